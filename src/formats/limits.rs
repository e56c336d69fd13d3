//! The limits of what is read: no file makes the program take more memory or time than these allow.
//!
//! A text is held once as bytes and once as text: a file of 28 MB takes 64 MB of memory in UTF-8 and 55 MB in GB18030. Of a
//! package (docx, xlsx) the parts are unpacked and read piece by piece; what is kept is their text, three times at most, and
//! 250 bytes for each cell of a table. A page is kept as a tree, of 150 bytes for each of its elements and texts.

/// The largest file that is read, in bytes. A plan of 200 pages with pictures has some 10 MB.
pub const MOST_FILE_BYTES: usize = 64 << 20;

/// The most bytes that the parts of a package may have together once they are unpacked.
pub const MOST_UNPACKED_BYTES: u64 = 256 << 20;

/// How many times its packed size a part may have. The XML of real documents shrinks to a tenth or a thirtieth of its size,
/// that of a long table of like rows to a hundred and fiftieth; what is made to do harm, to a thousandth.
pub const MOST_RATIO: u64 = 500;

/// The size from which on the ratio counts, in bytes: a short part may shrink to almost nothing.
pub const RATIO_COUNTS_FROM: u64 = 1 << 20;

/// The most text that is taken from a file, in bytes. The longest of the five bundled plans has some 100 KB.
pub const MOST_TEXT_BYTES: usize = 32 << 20;

/// How deep the elements of XML may be nested. Word nests tables a few levels deep, of some four elements each.
pub const MOST_XML_DEPTH: usize = 256;

/// The longest single piece of XML (a tag, or the characters between two tags), in bytes.
pub const MOST_XML_PIECE: u64 = 16 << 20;

/// How deep the elements of a page may be nested; deeper ones count as siblings, as browsers have it.
pub const MOST_HTML_DEPTH: u32 = 512;

/// The most elements and texts of a page.
pub const MOST_HTML_NODES: usize = 500_000;

/// The most cells of all tables of a file, each as often as it is repeated because it is merged.
pub const MOST_CELLS: usize = 500_000;

/// The most columns of a table.
pub const MOST_COLUMNS: usize = 1_000;

/// The most entries in the table of contents of a package.
pub const MOST_ENTRIES: usize = 10_000;
