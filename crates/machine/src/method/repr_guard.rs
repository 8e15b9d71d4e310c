//! `repr` of containers: a container inside itself is shown as dots (`Py_ReprEnter`).

use heapglass_heap::{Address, object::str::writer::UnicodeWriter};

use crate::{
    machine::{Machine, Outcome},
    thread_state::THREAD_DICT,
};

impl Machine {
    /// Notes that `container` is being shown. False if it is already.
    pub fn enter_repr(&mut self, container: Address) -> bool {
        let running = self.reprs_running();
        if self.heap.list_items(running).contains(&container) {
            return false;
        }
        self.incref(container);
        self.heap.list_append(running, container);
        true
    }

    /// The list of those being shown, borrowed from the thread's dict; both are made when first asked for.
    fn reprs_running(&mut self) -> Address {
        let mut dict = self.thread_word(THREAD_DICT);
        if dict.is_null() {
            dict = self.heap.new_dict();
            self.replace_thread_word(THREAD_DICT, dict);
        }
        if let Some(list) = self.heap.dict_get_text(dict, "Py_Repr") {
            return list;
        }
        let list = self.heap.new_list(0);
        self.put(dict, "Py_Repr", list);
        list
    }

    /// The container is shown.
    pub fn leave_repr(&mut self, container: Address) {
        let running = self.reprs_running();
        let place = self.heap.list_items(running).iter().rposition(|other| *other == container);
        if let Some(at) = place {
            for item in self.heap.list_splice(running, at as u64, at as u64 + 1, &[]) {
                self.decref(item);
            }
        }
    }

    /// Adds `repr(item)` to `text`. The item is not held: CPython relies on its container.
    pub fn push_repr(&mut self, text: &mut UnicodeWriter, item: Address) -> Outcome<()> {
        let shown = self.repr(item)?;
        text.write_str(&mut self.heap, shown);
        self.decref(shown);
        Ok(())
    }

    /// How often a sequence is to be repeated; `None` if the operand is no index.
    pub fn repetitions(&mut self, times: Address) -> Outcome<Option<u64>> {
        if !self.is_index(times) {
            return Ok(None);
        }
        let times = self.index_to_i64(times, heapglass_heap::static_type::StaticType::OverflowError)?;
        Ok(Some(times.max(0) as u64))
    }

    /// How often `length` items of eight bytes are to be repeated: nothing need be repeated often; what does not fit into
    /// memory is a `MemoryError`.
    pub fn repeated_items(&mut self, length: usize, times: u64) -> Outcome<u64> {
        if length == 0 {
            return Ok(times.min(1));
        }
        let total = (length as u64).checked_mul(times).filter(|total| *total <= u64::from(u32::MAX));
        if !total.is_some_and(|total| self.heap.can_allocate(total * 8)) {
            return self.memory_error();
        }
        Ok(times)
    }
}
