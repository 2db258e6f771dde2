//! What the heads can answer. A model file lists its labels in the order of its outputs; they are looked up here once,
//! so that a file with labels of its own is refused, and everyone compares with the same words.

/// The parts of an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Who speaks.
    Source,
    /// The reporting words.
    Cue,
    /// What is reported.
    Content,
}

/// The roles, in the order of the labels of a model.
pub(super) const ROLES: [&str; 3] = ["source", "cue", "content"];

impl Role {
    /// The roles, in the order of the labels of a model.
    pub(super) const ALL: [Role; 3] = [Role::Source, Role::Cue, Role::Content];
}

/// The kinds of name, in the order of the labels of a model; the words are those of the analysis.
pub(super) const KINDS: [&str; 6] = ["person", "organisation", "place", "group", "event", "other"];

/// The universal parts of speech (Universal Dependencies 2).
const UPOS: &str = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X";

/// The tags of the Penn Treebank as the English treebanks of Universal Dependencies have them.
const XPOS: &str = "$ '' , -LRB- -RRB- . : `` ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS \
                    PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX -LSB- -RSB-";

/// The relations of Universal Dependencies, English.
const DEPREL: &str = "acl acl:relcl advcl advcl:relcl advmod advmod:emph amod appos aux aux:pass case cc cc:preconj \
                      ccomp compound compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse \
                      dislocated expl fixed flat flat:foreign flat:name goeswith iobj list mark nmod nmod:desc \
                      nmod:npmod nmod:poss nmod:tmod nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl \
                      obl:agent obl:npmod obl:tmod obl:unmarked orphan parataxis punct reparandum root vocative xcomp";

/// Finds the labels of a model among ours; the first that is unknown is the error.
fn known(list: &'static str, labels: &str) -> Result<Vec<&'static str>, String> {
    labels
        .split(' ')
        .map(|label| list.split_ascii_whitespace().find(|&ours| ours == label).ok_or_else(|| label.to_owned()))
        .collect()
}

/// The labels of one model, in the order of its outputs.
pub(super) struct Labels {
    pub(super) upos: Vec<&'static str>,
    pub(super) xpos: Vec<&'static str>,
    pub(super) deprel: Vec<&'static str>,
}

impl Labels {
    /// Looks the lists of a model up; `list` gives one by its name. The error is the list or label that is wrong.
    pub(super) fn new<'m>(list: impl Fn(&str) -> Option<&'m str>) -> Result<Labels, String> {
        let given = |name: &str| list(name).ok_or_else(|| format!("no list of {name}"));
        for (name, ours) in [("roles", &ROLES[..]), ("names", &KINDS[..])] {
            let outside_in = ours.iter().flat_map(|label| [format!("B-{label}"), format!("I-{label}")]);
            let wanted: Vec<String> = ["O".to_owned()].into_iter().chain(outside_in).collect();
            if given(name)? != wanted.join(" ") {
                return Err(format!("other {name}"));
            }
        }
        Ok(Labels {
            upos: known(UPOS, given("upos")?)?,
            xpos: known(XPOS, given("xpos")?)?,
            deprel: known(DEPREL, given("deprel")?)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(name: &str) -> Option<&'static str> {
        Some(match name {
            "roles" => "O B-source I-source B-cue I-cue B-content I-content",
            "names" => {
                "O B-person I-person B-organisation I-organisation B-place I-place B-group I-group B-event I-event \
                 B-other I-other"
            }
            "upos" => "NOUN VERB",
            "xpos" => "NN VBZ",
            "deprel" => "root nsubj",
            _ => return None,
        })
    }

    #[test]
    fn the_order_is_the_models() {
        assert_eq!(Labels::new(list).unwrap().upos, ["NOUN", "VERB"]);
    }

    #[test]
    fn unknown_labels_are_named() {
        let other = |name: &str| if name == "xpos" { Some("NN ZZ") } else { list(name) };
        assert_eq!(Labels::new(other).err().unwrap(), "ZZ");
        let none = |name: &str| list(name).filter(|_| name != "deprel");
        assert_eq!(Labels::new(none).err().unwrap(), "no list of deprel");
    }
}
