//! The network of a model file, run by rten on one window at a time. Knows inputs and outputs by name, and no words.

use std::borrow::Cow;
use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use super::windows::Window;

thread_local! {
    /// Each thread that analyses runs its windows on one thread of its own: sums are then always made in one order.
    static POOL: Arc<ThreadPool> = Arc::new(ThreadPool::with_num_threads(1));
}

/// The outputs that are read, in the order of [`Scores`].
const OUTPUTS: [&str; 8] = ["roles", "names", "upos", "xpos", "worth", "arcs", "labels", "vector"];
const INPUTS: [&str; 4] = ["pieces", "marks", "words", "sentences"];

/// A network that is ready to run. Threads share it.
pub(super) struct Graph {
    model: Model,
    inputs: [NodeId; 4],
    outputs: [NodeId; 8],
}

/// The answers of every head to one window: token by token, every score of a head in the order of its labels.
pub(super) struct Scores {
    pub(super) roles: Vec<f32>,
    pub(super) names: Vec<f32>,
    pub(super) upos: Vec<f32>,
    pub(super) xpos: Vec<f32>,
    /// One a token: how much it says that its sentence is worth checking.
    pub(super) worth: Vec<f32>,
    /// For each token, how good every token of the window is as its head.
    pub(super) arcs: Vec<f32>,
    /// Relations to the best head.
    pub(super) deprel: Vec<f32>,
    /// What each token means in its place: vectors of like words point alike.
    pub(super) vectors: Vec<f32>,
}

impl Graph {
    /// Loads a network from the bytes of an ONNX file; the error says what is wrong with them.
    pub(super) fn new(bytes: Cow<'static, [u8]>) -> Result<Graph, String> {
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let model = match bytes {
            Cow::Borrowed(bytes) => options.load_static_slice(bytes),
            Cow::Owned(bytes) => options.load(bytes),
        };
        let model = model.map_err(|error| error.to_string())?;
        let node = |name: &&str| model.find_node(name).ok_or_else(|| format!("it has no \"{name}\""));
        let all = |names: &[&str]| names.iter().map(node).collect::<Result<Vec<NodeId>, String>>();
        let inputs = all(&INPUTS)?.try_into().expect("as many as there are names");
        let outputs = all(&OUTPUTS)?.try_into().expect("as many as there are names");
        Ok(Graph { model, inputs, outputs })
    }

    /// Returns a text that the file carries beside the network.
    pub(super) fn carried(&self, name: &str) -> Option<&str> {
        self.model.metadata().get(name)
    }

    /// Answers every window, in order.
    pub(super) fn answer<Answer: Send>(
        &self,
        windows: &[Window],
        mut take: impl FnMut(&Window, Result<Scores, String>) -> Answer + Send,
    ) -> Vec<Answer> {
        let pool = POOL.with(Arc::clone);
        pool.clone().run(|| windows.iter().map(|window| take(window, self.scores(window, &pool))).collect())
    }

    fn scores(&self, window: &Window, pool: &Arc<ThreadPool>) -> Result<Scores, String> {
        let found = self.run(window, &self.outputs, pool)?;
        let [roles, names, upos, xpos, worth, arcs, deprel, vectors] =
            found.try_into().map_err(|_| "it answers in another number of parts".to_owned())?;
        Ok(Scores { roles, names, upos, xpos, worth, arcs, deprel, vectors })
    }

    fn run(&self, window: &Window, outputs: &[NodeId], pool: &Arc<ThreadPool>) -> Result<Vec<Vec<f32>>, String> {
        let given = [&window.pieces, &window.marks, &window.words, &window.sentences];
        let inputs = self.inputs.iter().zip(given).map(|(&id, values)| {
            let tensor = NdTensor::from_data([values.len()], values.clone());
            (id, ValueOrView::from(Value::from(tensor)))
        });
        let options = RunOptions::default().with_thread_pool(Some(pool.clone()));
        let found = self.model.run(inputs.collect(), outputs, Some(options)).map_err(|error| error.to_string())?;
        let floats = found.into_iter().map(|value| -> Result<Vec<f32>, String> {
            let tensor: Tensor<f32> = value.try_into().map_err(|_| "an answer is not of numbers".to_owned())?;
            Ok(tensor.to_vec())
        });
        floats.collect()
    }
}
