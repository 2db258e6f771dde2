//! Names → keys: what makes two names one, decided from the piece and fixed tables alone.
