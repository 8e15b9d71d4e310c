//! File descriptors of the simulated process: the three standard streams, temporary files, and the files beside the program. All
//! lie in memory.
//!
//! ```text
//! DESCRIPTORS -> | target 0 | target 1 | . . . |       null until a program touches a descriptor
//!                     `-> 1, 2, 3: a standard stream; else an open file: references, position, content
//! FILES -> entry -> entry          names and contents ([`directory`])
//! ```
//!
//! The table and the files are blocks of the raw domain, which no statistic of CPython's counts.

mod directory;

use heapglass_heap::{Address, domain::Domain, runtime};

use crate::machine::Machine;

/// The table of descriptors.
const DESCRIPTORS: Address = Address::new(runtime::THREAD_WORDS.raw() + 64);
/// Descriptors a process may have.
const MOST: u64 = 256;
/// Targets up to this are the standard streams: descriptor + 1.
const STANDARD: u64 = 3;

/// Bytes of an open file.
const FILE_SIZE: u64 = 24;
/// How many descriptors lead to it.
const REFERENCES: u64 = 0;
/// Where the next byte is read or written.
const POSITION: u64 = 8;
/// What is in it.
const CONTENT: u64 = 16;

/// Bytes of a content.
const CONTENT_SIZE: u64 = 32;
/// How many open files and names lead to it.
const LINKS: u64 = 0;
/// Bytes in the file.
const SIZE: u64 = 8;
/// Bytes its buffer has room for.
const ROOM: u64 = 16;
/// The buffer.
const DATA: u64 = 24;

/// What a descriptor leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard input, output or error: 0, 1, 2.
    Standard(u64),
    /// An open file.
    File(Address),
}

/// From where `seek` counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whence {
    /// The start of the file.
    Start,
    /// The present position.
    Here,
    /// The end of the file.
    End,
}

impl Machine {
    /// What a descriptor leads to; `None` if it is closed.
    pub fn descriptor(&self, number: u64) -> Option<Target> {
        let table = self.thread_word(DESCRIPTORS);
        let target = match number {
            _ if number >= MOST => 0,
            _ if !table.is_null() => self.heap.memory.u64(runtime::word(table, number)),
            _ if number < STANDARD => number + 1,
            _ => 0,
        };
        match target {
            0 => None,
            1..=STANDARD => Some(Target::Standard(target - 1)),
            file => Some(Target::File(Address::new(file))),
        }
    }

    /// Opens a new, empty file and returns its descriptor; `None` if there are too many.
    pub fn open_temporary_file(&mut self) -> Option<u64> {
        let content = self.heap.allocate_zeroed(Domain::Raw, CONTENT_SIZE);
        let opened = self.open_content(content);
        if opened.is_none() {
            self.heap.release(Domain::Raw, content);
        }
        opened
    }

    /// Opens a file with this content, which gets one link more.
    fn open_content(&mut self, content: Address) -> Option<u64> {
        let number = self.free_descriptor()?;
        let file = self.heap.allocate_zeroed(Domain::Raw, FILE_SIZE);
        let links = self.word(content, LINKS) + 1;
        self.set_word(content, LINKS, links);
        self.heap.memory.set_address(file.plus(CONTENT), content);
        self.set_descriptor(number, Some(Target::File(file)));
        Some(number)
    }

    /// A name or an open file less for this content.
    fn unlink_content(&mut self, content: Address) {
        let links = self.word(content, LINKS) - 1;
        self.set_word(content, LINKS, links);
        if links == 0 {
            let data = self.field(content, DATA);
            self.heap.release(Domain::Raw, data);
            self.heap.release(Domain::Raw, content);
        }
    }

    /// Another descriptor for what `number` leads to.
    pub fn duplicate_descriptor(&mut self, number: u64) -> Option<u64> {
        let target = self.descriptor(number)?;
        let copy = self.free_descriptor()?;
        self.set_descriptor(copy, Some(target));
        Some(copy)
    }

    /// Makes `to` lead to what `from` leads to; what it led to before is closed. False if `from` is closed.
    pub fn redirect_descriptor(&mut self, from: u64, to: u64) -> bool {
        let Some(target) = self.descriptor(from).filter(|_| to < MOST) else {
            return false;
        };
        if from != to {
            self.close_descriptor(to);
            self.set_descriptor(to, Some(target));
        }
        true
    }

    /// Closes a descriptor; false if it was closed.
    pub fn close_descriptor(&mut self, number: u64) -> bool {
        let Some(target) = self.descriptor(number) else {
            return false;
        };
        self.set_descriptor(number, None);
        if let Target::File(file) = target {
            let references = self.word(file, REFERENCES) - 1;
            self.set_word(file, REFERENCES, references);
            if references == 0 {
                let content = self.field(file, CONTENT);
                self.unlink_content(content);
                self.heap.release(Domain::Raw, file);
            }
        }
        true
    }

    /// The lowest closed descriptor.
    fn free_descriptor(&self) -> Option<u64> {
        (0..MOST).find(|number| self.descriptor(*number).is_none())
    }

    fn set_descriptor(&mut self, number: u64, target: Option<Target>) {
        let mut table = self.thread_word(DESCRIPTORS);
        if table.is_null() {
            table = self.heap.allocate_zeroed(Domain::Raw, 8 * MOST);
            for standard in 0..STANDARD {
                self.heap.memory.set_u64(runtime::word(table, standard), standard + 1);
            }
            self.replace_thread_word(DESCRIPTORS, table);
        }
        let word = match target {
            None => 0,
            Some(Target::Standard(number)) => number + 1,
            Some(Target::File(file)) => {
                let references = self.word(file, REFERENCES) + 1;
                self.set_word(file, REFERENCES, references);
                file.raw()
            }
        };
        self.heap.memory.set_u64(runtime::word(table, number), word);
    }

    /// Writes to an open file; false if the memory's limit would be passed.
    pub fn file_write(&mut self, file: Address, bytes: &[u8]) -> bool {
        if bytes.is_empty() {
            // A new file has no buffer yet.
            return true;
        }
        let (start, content) = (self.word(file, POSITION) as u64, self.field(file, CONTENT));
        let Some(end) = start
            .checked_add(bytes.len() as u64)
            .filter(|end| *end < 1 << 40 && self.heap.can_allocate(2 * end))
        else {
            return false;
        };
        if end > self.word(content, ROOM) as u64 {
            let (room, old) = ((2 * end).max(4096), self.field(content, DATA));
            let data = self.heap.reallocate(Domain::Raw, old, room);
            self.heap.memory.set_address(content.plus(DATA), data);
            self.set_word(content, ROOM, room as i64);
        }
        let (size, data) = (self.word(content, SIZE) as u64, self.field(content, DATA));
        if start > size {
            self.heap.memory.fill(data.plus(size), start - size, 0);
        }
        self.heap.memory.write(data.plus(start), bytes);
        self.set_word(content, SIZE, end.max(size) as i64);
        self.set_word(file, POSITION, end as i64);
        true
    }

    /// Where reading goes on, and how many bytes there are from there.
    fn unread(&self, file: Address) -> (Address, u64) {
        let (start, content) = (self.word(file, POSITION) as u64, self.field(file, CONTENT));
        let left = (self.word(content, SIZE) as u64).saturating_sub(start);
        (self.field(content, DATA).plus(start), left)
    }

    /// Reads at most `most` bytes from an open file.
    pub fn file_read(&mut self, file: Address, most: u64) -> Vec<u8> {
        let (from, left) = self.unread(file);
        let count = left.min(most);
        if count == 0 {
            return Vec::new();
        }
        let position = self.word(file, POSITION) + count as i64;
        self.set_word(file, POSITION, position);
        self.heap.memory.slice(from, count).to_vec()
    }

    /// Reads to the next line end from an open file, or to its end.
    pub fn file_read_line(&mut self, file: Address) -> Vec<u8> {
        let (from, left) = self.unread(file);
        if left == 0 {
            return Vec::new();
        }
        let line_end = self.heap.memory.slice(from, left).iter().position(|byte| *byte == b'\n');
        let most = line_end.map_or(left, |at| at as u64 + 1);
        self.file_read(file, most)
    }

    /// Moves the position of an open file; `None` if it would lie before the start.
    pub fn file_seek(&mut self, file: Address, offset: i64, whence: Whence) -> Option<i64> {
        let from = match whence {
            Whence::Start => 0,
            Whence::Here => self.word(file, POSITION),
            Whence::End => self.word(self.field(file, CONTENT), SIZE),
        };
        let position = from.checked_add(offset).filter(|position| *position >= 0)?;
        self.set_word(file, POSITION, position);
        Some(position)
    }

    /// Cuts an open file off after `size` bytes.
    pub fn file_truncate(&mut self, file: Address, size: u64) {
        let content = self.field(file, CONTENT);
        self.cut_file(content, size);
    }

    /// Cuts a content off after `size` bytes.
    pub(crate) fn cut_file(&mut self, content: Address, size: u64) {
        let size = size.min(self.word(content, SIZE) as u64);
        self.set_word(content, SIZE, size as i64);
    }
}

impl Machine {
    /// Writes to a descriptor from within the interpreter, as C code does; what leads nowhere is lost.
    pub(crate) fn write_descriptor(&mut self, number: u64, text: &str) {
        match self.descriptor(number) {
            Some(Target::Standard(1)) => self.append_output(text),
            Some(Target::Standard(2)) => self.append_error(text),
            Some(Target::File(file)) => {
                self.file_write(file, text.as_bytes());
            }
            _ => {}
        }
    }
}
