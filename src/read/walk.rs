//! Sources → inputs, lazily: files, folders and standard input, never more than one piece in memory.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use super::charset::{self, Plain};
use super::jsonl::Lines;
use super::tables::Rows;
use super::{Content, Format, Input, Location, Options, Raw};

/// Bytes; how much of an input decides on its format and of a table on its charset.
const BEGINNING: u64 = 1 << 20;
/// A file of one piece that is larger is something else.
const LARGEST_PIECE: u64 = 20 << 20;

type Inputs<'a> = Box<dyn Iterator<Item = Input> + Send + 'a>;

/// Walks the sources in order, lazily: files, folders with all below them sorted by name, and "-" for standard input.
///
/// A folder gives its files of known extensions, save hidden ones; a file named itself is read whatever its name. What
/// cannot be fetched comes as an input with the reason.
pub fn inputs<'a>(sources: &'a [String], options: &'a Options) -> impl Iterator<Item = Input> + Send + 'a {
    sources.iter().flat_map(|source| -> Inputs<'a> {
        let path = Path::new(source);
        if source == "-" {
            pieces(Ok(io::stdin()), "-".into(), options.format, options)
        } else if path.is_dir() {
            Box::new(FolderWalk::new(path).flat_map(|entry| entry_pieces(entry, options)))
        } else {
            let format = options.format.or_else(|| Format::of_path(path));
            pieces(File::open(path), source.clone(), format, options)
        }
    })
}

fn entry_pieces(entry: Result<PathBuf, Input>, options: &Options) -> Inputs<'_> {
    match entry {
        Ok(path) => {
            let format = options.format.or_else(|| Format::of_path(&path));
            pieces(File::open(&path), path.display().to_string(), format, options)
        }
        Err(failure) => Box::new(std::iter::once(failure)),
    }
}

/// Returns the pieces of one stream: one, or as many as the table has rows.
fn pieces<'a>(
    stream: io::Result<impl Read + Send + 'a>,
    path: String,
    format: Option<Format>,
    options: &'a Options,
) -> Inputs<'a> {
    let place = path.clone();
    let failure = move |reason| Input { location: Location { path, row: None }, raw: Err(reason) };
    stream
        .map_err(|error| said(&error))
        .and_then(|stream| fetched(stream, &place, format, options))
        .unwrap_or_else(|reason| Box::new(std::iter::once(failure(reason))))
}

fn fetched<'a>(
    mut stream: impl Read + Send + 'a,
    path: &str,
    format: Option<Format>,
    options: &'a Options,
) -> Result<Inputs<'a>, String> {
    let mut beginning = Vec::new();
    stream.by_ref().take(BEGINNING).read_to_end(&mut beginning).map_err(|error| said(&error))?;
    if charset::is_binary(&beginning) {
        return Err("looks like a binary file; give text, Markdown, HTML, CSV, TSV or JSONL".into());
    }
    if beginning.trim_ascii().is_empty() {
        return Err("empty".into());
    }
    let format =
        format.unwrap_or_else(|| Format::sniffed(&charset::decode(&beginning[..beginning.len().min(1 << 14)])));
    let stem = Path::new(path).file_stem().and_then(OsStr::to_str).unwrap_or_default().to_string();
    let path = path.to_string();
    let delimiter = (format == Format::Tsv).then_some(b'\t');
    match format {
        Format::Csv | Format::Tsv => {
            let whole = whole(&beginning, stream)?;
            let rows = Rows::new(&beginning, whole, delimiter, &options.mapping)?;
            Ok(Box::new(rows.map(move |(row, read)| input(&path, row, &stem, read.map(Content::Row)))))
        }
        Format::Jsonl => {
            let lines = Lines::new(&beginning, whole(&beginning, stream)?);
            Ok(Box::new(lines.map(move |(row, read)| input(&path, row, &stem, read.map(Content::Line)))))
        }
        Format::Text | Format::Markdown | Format::Html => {
            let mut bytes = beginning;
            stream.take(LARGEST_PIECE).read_to_end(&mut bytes).map_err(|error| said(&error))?;
            if bytes.len() as u64 > LARGEST_PIECE {
                return Err(format!("larger than {} MB; give many pieces as CSV or JSONL", LARGEST_PIECE >> 20));
            }
            let raw = Ok(Raw { stem, content: Content::File { format, bytes } });
            Ok(Box::new(std::iter::once(Input { location: Location { path, row: None }, raw })))
        }
    }
}

/// Returns the stream from its beginning, in a charset where ASCII is ASCII.
fn whole<'a>(beginning: &[u8], rest: impl Read + Send + 'a) -> Result<impl Read + Send + 'a, String> {
    Plain::new(beginning, Cursor::new(beginning.to_vec()).chain(rest)).map_err(|error| said(&error))
}

fn input(path: &str, row: u64, stem: &str, content: Result<Content, String>) -> Input {
    let location = Location { path: path.to_string(), row: Some(row) };
    Input { location, raw: content.map(|content| Raw { stem: stem.to_string(), content }) }
}

fn said(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "may not be read: permission denied".into(),
        _ => error.to_string(),
    }
}

/// The files of a folder and of all folders below it, sorted by name.
struct FolderWalk {
    /// What is still to come, next last.
    coming: Vec<PathBuf>,
    /// The folders entered, by their real place: a link to one of them leads nowhere new.
    entered: HashSet<PathBuf>,
}

impl FolderWalk {
    fn new(folder: &Path) -> Self {
        FolderWalk { coming: vec![folder.to_path_buf()], entered: HashSet::new() }
    }

    fn enter(&mut self, folder: &Path) -> io::Result<()> {
        if !self.entered.insert(folder.canonicalize()?) {
            return Ok(());
        }
        let mut names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
        names.retain(|name| !name.as_encoded_bytes().starts_with(b"."));
        names.sort_unstable_by(|one, other| other.cmp(one));
        self.coming.extend(names.iter().map(|name| folder.join(name)));
        Ok(())
    }
}

impl Iterator for FolderWalk {
    type Item = Result<PathBuf, Input>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(path) = self.coming.pop() {
            let fault = if path.is_dir() {
                self.enter(&path).err()
            } else if Format::of_path(&path).is_none() {
                None
            } else {
                match fs::metadata(&path) {
                    Ok(metadata) if metadata.is_file() => return Some(Ok(path)),
                    // Pipes and sockets would be waited for without end.
                    Ok(_) => None,
                    Err(error) => Some(error),
                }
            };
            if let Some(error) = fault {
                let location = Location { path: path.display().to_string(), row: None };
                return Some(Err(Input { location, raw: Err(said(&error)) }));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::write;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("b/.hidden")).unwrap();
        for (name, content) in [
            ("c.txt", "Words."),
            ("a.html", "<p>Words</p>"),
            ("b/two.csv", "title,text\nOne,a\nTwo,b\n"),
            ("b/.hidden/no.txt", "no"),
            (".no.txt", "no"),
            ("picture.png", "no"),
            ("d.md", " \n "),
        ] {
            write(folder.path().join(name), content).unwrap();
        }
        folder
    }

    fn walked(sources: &[String]) -> Vec<String> {
        let options = Options::default();
        let told = |input: Input| match input.raw {
            Ok(raw) => format!("{} {}", input.location, raw.size()),
            Err(reason) => format!("{}: {reason}", input.location),
        };
        inputs(sources, &options).map(told).collect()
    }

    #[test]
    fn folders_are_walked_in_order() {
        let folder = folder();
        let root = folder.path().display().to_string();
        let told: Vec<String> = walked(&[root.clone()]).iter().map(|line| line.replace(&root, "")).collect();
        assert_eq!(told, ["/a.html 12", "/b/two.csv row 2 4", "/b/two.csv row 3 4", "/c.txt 6", "/d.md: empty"]);
    }

    #[test]
    fn what_is_not_there_is_an_input_too() {
        assert_eq!(walked(&["no/such".into()]), ["no/such: there is no such file or folder"]);
    }

    #[test]
    fn a_file_named_itself_is_sniffed() {
        let folder = folder();
        let named = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            write(&path, bytes).unwrap();
            walked(&[path.display().to_string()]).remove(0)
        };
        assert!(named("rows", b"title\ttext\nDam\tIt failed").contains("rows row 2"));
        assert!(named("lines.json", b"{\"text\": \"a\"}").contains("row 1"));
        assert!(named("x.dat", b"\0\x01\x02").contains("binary"));
        assert!(named("x.story", b"It failed.").ends_with("x.story 10"));
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_end() {
        let folder = folder();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("b/up")).unwrap();
        std::os::unix::fs::symlink("nowhere.txt", folder.path().join("lost.txt")).unwrap();
        let told = walked(&[folder.path().display().to_string()]);
        assert_eq!(told.len(), 6, "{told:?}");
        assert!(told[5].contains("lost.txt: there is no such file"));
    }

    #[test]
    fn a_giant_is_refused() {
        let folder = folder();
        let path = folder.path().join("giant.txt");
        File::create(&path).unwrap().set_len(LARGEST_PIECE + 1).unwrap();
        assert!(walked(&[path.display().to_string()])[0].contains("binary"));
        write(&path, "word ".repeat(5 << 20)).unwrap();
        assert!(walked(&[path.display().to_string()])[0].contains("larger than 20 MB"));
    }
}
