//! Handlers of encoding errors that a program has given a name (`codecs.register_error`).

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::str_encode::Subject;
use crate::{
    machine::{Machine, Outcome},
    text::encoding::{self, Encoding, Errors, Failure},
};

/// What a handler has said: what to put there, and where to go on.
struct Answer {
    /// An owned str or bytes.
    instead: Address,
    position: usize,
}

impl Machine {
    /// The handler of an unknown name, a new reference: `codecs` keeps those that were registered.
    pub(super) fn error_handler(&mut self, errors: Errors) -> Outcome<Option<Address>> {
        let (Errors::Unknown(name), Some(codecs)) = (errors, self.module_named("codecs")) else { return Ok(None) };
        let key = self.name("_handlers");
        let handlers = self.get_attribute(codecs, key)?;
        let found = if self.heap.kind(handlers) == Kind::Dict { self.namespace_get(handlers, name)? } else { None };
        let found = found.map(|handler| self.incref(handler));
        self.decref(handlers);
        Ok(found)
    }

    /// Asks a handler about a failure; `length` is that of the whole input.
    fn ask_handler(&mut self, handler: Address, error: Address, length: usize, encoding: bool) -> Outcome<Answer> {
        let answer = self.call_one(handler, error)?;
        let parts = if self.heap.kind(answer) == Kind::Tuple { self.heap.tuple_items(answer) } else { Vec::new() };
        let result = match parts[..] {
            [instead, position]
                if (self.is_str(instead) || encoding && self.heap.kind(instead) == Kind::Bytes) && self.is_index(position) =>
            {
                let at = self.index_to_i64(position, StaticType::OverflowError);
                at.and_then(|given| {
                    let at = if given < 0 { given + length as i64 } else { given };
                    match usize::try_from(at) {
                        Ok(position) if position <= length => Ok(Answer { instead: self.incref(instead), position }),
                        _ => Err(self.raise(StaticType::IndexError, format!("position {given} from error handler out of bounds"))),
                    }
                })
            }
            _ if encoding => self.type_error("encoding error handler must return (str/bytes, int) tuple"),
            _ => self.type_error("decoding error handler must return (str, int) tuple"),
        };
        self.decref(answer);
        result
    }

    /// The bytes of a str, with a handler (taken over) for what cannot be encoded.
    pub(super) fn encode_handled(&mut self, text: Address, encoding: Encoding, handler: Address) -> Outcome<Vec<u8>> {
        let points = self.heap.str_points(text);
        let (mut out, mut at) = (Vec::new(), 0);
        let result = loop {
            let piece = if at == 0 { encoding } else { encoding.without_mark() };
            let failure = match encoding::encode(&points[at..], piece, Errors::Strict) {
                Ok(rest) => {
                    out.extend(rest);
                    break Ok(());
                }
                Err(failure) => failure,
            };
            out.extend(encoding::encode(&points[at..at + failure.start], piece, Errors::Strict).unwrap_or_default());
            let moved = Failure { start: at + failure.start, end: at + failure.end, ..failure };
            let error = match self.codec_error(Subject::Text(text), &moved) {
                Ok(error) => error,
                Err(raised) => break Err(raised),
            };
            let answer = self.ask_handler(handler, error, points.len(), true);
            let answer = match answer {
                Ok(answer) => answer,
                Err(raised) => {
                    self.decref(error);
                    break Err(raised);
                }
            };
            let instead = if self.is_str(answer.instead) {
                encoding::encode(&self.heap.str_points(answer.instead), encoding.without_mark(), Errors::Strict).ok()
            } else {
                Some(self.heap.bytes_data(answer.instead).to_vec())
            };
            self.decref(answer.instead);
            let Some(instead) = instead else { break Err(self.raise_object(error)) };
            self.decref(error);
            out.extend(instead);
            at = answer.position;
            if let Err(raised) = self.count_round() {
                break Err(raised);
            }
        };
        self.decref(handler);
        result.map(|()| out)
    }

    /// A str from bytes, with a handler (taken over) for what cannot be decoded.
    pub(super) fn decode_handled(&mut self, data: &[u8], encoding: Encoding, handler: Address) -> Outcome {
        let (mut out, mut at) = (Vec::new(), 0);
        let result = loop {
            let piece = if at == 0 { encoding } else { encoding.without_mark() };
            let failure = match encoding::decode(&data[at..], piece, Errors::Strict) {
                Ok(rest) => {
                    out.extend(rest);
                    break Ok(());
                }
                Err(failure) => failure,
            };
            out.extend(encoding::decode(&data[at..at + failure.start], piece, Errors::Strict).unwrap_or_default());
            let moved = Failure { start: at + failure.start, end: at + failure.end, ..failure };
            let error = self.codec_error(Subject::Bytes(data), &moved);
            let answer = error.and_then(|error| {
                let answer = self.ask_handler(handler, error, data.len(), false);
                self.decref(error);
                answer
            });
            match answer {
                Ok(answer) => {
                    out.extend(self.heap.str_points(answer.instead));
                    self.decref(answer.instead);
                    at = answer.position;
                }
                Err(raised) => break Err(raised),
            }
            if let Err(raised) = self.count_round() {
                break Err(raised);
            }
        };
        self.decref(handler);
        result.map(|()| self.heap.new_str_points(&out))
    }
}
