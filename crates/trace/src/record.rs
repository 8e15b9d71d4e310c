//! From moments of the machine to steps of the trace.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    rc::Rc,
};

use heapglass_machine::{
    Machine,
    heap::{Address, StaticType, event::Event, gc::head::HEAD_SIZE},
    line_event::LineWatcher,
    view::ProgramFrame,
    watch::{Flow, Moment, Observer},
};
use serde_json::{Map, Value, json};

use crate::{
    TraceOptions,
    allocation::Allocations,
    label::{Labels, name},
    node,
};

/// The trace so far.
#[derive(Debug, Default)]
pub(crate) struct Recording {
    pub(crate) steps: Vec<Value>,
    max_steps: usize,
    pools: bool,
    /// The program is typed at the prompt.
    repl: bool,
    labels: Labels,
    output: usize,
    collections: Vec<Value>,
    died: Vec<String>,
    /// Labels of the dead that a free list keeps and no step has told of yet, by their places.
    kept: HashMap<Address, u32>,
    /// The allocator's events; only with `--alloc`.
    allocations: Option<Allocations>,
}

/// The observer that fills a [`Recording`].
pub(crate) struct Recorder {
    recording: Rc<RefCell<Recording>>,
    lines: LineWatcher,
}

impl Recorder {
    pub(crate) fn new(recording: &Rc<RefCell<Recording>>) -> Self {
        Self { recording: Rc::clone(recording), lines: LineWatcher::default() }
    }
}

impl Observer for Recorder {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        let mut recording = self.recording.borrow_mut();
        if moment == Moment::Instruction {
            let (times, line) = self.lines.lines(machine);
            for _ in 0..times {
                recording.step(machine, "line", Some(line), None, None);
            }
        } else {
            let line = self.lines.last_line(machine);
            match moment {
                Moment::Call => recording.step(machine, "call", line, None, None),
                Moment::Return(value) => recording.step(machine, "return", line, Some(value), None),
                // Where the exception was raised first, if it was raised again on the way.
                Moment::Unwind => recording.step(machine, "return", Some(machine.frame_line(machine.registers.frame)), None, None),
                Moment::Exception(exception) => recording.step(machine, "exception", line, None, Some(exception)),
                Moment::Instruction | Moment::LineBegins(_) | Moment::ModuleEnds | Moment::CollectionPhase => {}
            }
        }
        if recording.steps.len() >= recording.max_steps { Flow::Abandon } else { Flow::Continue }
    }
}

impl Recording {
    /// A recording that begins with the machine as it stands: collections before this are nobody's business.
    pub(crate) fn shared(options: &TraceOptions, machine: &mut Machine) -> Rc<RefCell<Self>> {
        let before = machine.heap.log.take();
        let allocations = options.alloc.then(|| Allocations::starting_after(machine, &before));
        let (max_steps, pools, repl) = (options.max_steps, options.pools, options.repl);
        Rc::new(RefCell::new(Self { max_steps, pools, repl, allocations, ..Self::default() }))
    }

    pub(crate) fn is_full(&self, max_steps: usize) -> bool {
        self.steps.len() >= max_steps
    }

    /// The labels of those that died since the last step.
    pub(crate) fn take_died(&mut self, machine: &mut Machine) -> Value {
        self.read_log(machine);
        json!(std::mem::take(&mut self.died))
    }

    fn read_log(&mut self, machine: &mut Machine) {
        let mut events = machine.heap.log.take().into_iter().peekable();
        while let Some(event) = events.next() {
            if let Some(allocations) = &mut self.allocations {
                allocations.note(&event);
            }
            if let Event::Collected { generation, collected, uncollectable } = event {
                let found = json!({"generation": generation, "runs": 1, "collected": collected, "uncollectable": uncollectable});
                self.collections.push(found);
            }
            self.read_death(event, events.peek());
        }
    }

    /// The oracle learns of a death when the memory is given back, or put in a free list of the four kinds of object whose
    /// deallocators it watches. What another free list keeps (a slice, a step of an asynchronous generator) is found dead at the
    /// next step; if a new object was made of it before, the oracle takes that for the old one.
    fn read_death(&mut self, event: Event, next: Option<&Event>) {
        match event {
            Event::Died { object, birth, type_ } => {
                let Some(label) = self.labels.of_birth(birth) else { return };
                let watched = [StaticType::List, StaticType::Dict, StaticType::Tuple, StaticType::Float];
                let is_watched = watched.iter().any(|which| which.address() == type_);
                if !is_watched && next == Some(&Event::Kept { object }) {
                    self.kept.insert(object, label);
                } else {
                    self.tell_death(label);
                }
            }
            Event::Born { object, birth, .. } => {
                if let Some(label) = self.kept.remove(&object) {
                    self.labels.pass_on(label, birth);
                }
            }
            Event::Released { block, .. } => {
                if let Some(label) = self.kept.remove(&block.plus(HEAD_SIZE)) {
                    self.tell_death(label);
                }
            }
            _ => {}
        }
    }

    fn tell_death(&mut self, label: u32) {
        let known = self.labels.known(label);
        if std::mem::replace(&mut known.alive, false) {
            known.told = None;
            self.died.push(name(label));
        }
    }

    fn step(&mut self, machine: &mut Machine, event: &str, line: Option<u32>, value: Option<Address>, exception: Option<Address>) {
        let mut frames = machine.program_frames();
        // Events of library code are nobody's business here.
        let Some(top) = frames.last_mut().filter(|frame| frame.frame == machine.registers.frame) else { return };
        let start_of_module = event == "call" && top.function == "<module>";
        let line = match (start_of_module, self.repl) {
            (true, false) => 0,
            // A statement at the prompt begins where it was typed.
            (true, true) => machine
                .code_facts(machine.frame_code(top.frame))
                .and_then(|facts| facts.lines.iter().copied().find(|line| *line > 0))
                .unwrap_or(top.line),
            (false, _) => line.unwrap_or(top.line),
        };
        // An exception may be thrown into a generator before its first line.
        let line = match (line, machine.code_facts(machine.frame_code(top.frame))) {
            (0, Some(facts)) if !start_of_module => facts.code.firstlineno,
            _ => line,
        };
        top.line = line;
        let function = top.function.clone();
        if let (Some(value), Some(stack)) = (value, &mut top.stack)
            && stack.last() == Some(&value)
        {
            // The value that is returned has been taken off the stack already.
            stack.pop();
        }
        let (returned, unwinding) = (value, event == "exception");
        if unwinding {
            top.stack = None;
        }
        self.read_log(machine);
        let mut walk = Walk { machine, recording: self, returned, unwinding, seen: HashSet::new(), queue: Vec::new() };
        let shown: Vec<Value> = frames.iter().map(|frame| walk.frame(frame)).collect();
        let mut step = json!({"index": walk.recording.steps.len(), "event": event, "line": line, "function": function});
        if let Some(value) = value.and_then(Address::non_null) {
            step["value"] = json!(name(walk.label(value)));
        }
        if let Some(exception) = exception.and_then(Address::non_null) {
            step["exception"] = walk.exception(exception);
        }
        let heap = walk.heap();
        step["frames"] = json!(shown);
        step["heap"] = Value::Object(heap);
        step["gc"] = json!({"count": machine.heap.gc_counts(), "enabled": machine.heap.gc_enabled()});
        step["since"] = self.since(machine);
        self.steps.push(step);
    }

    /// What happened since the step before.
    fn since(&mut self, machine: &Machine) -> Value {
        let text = String::from_utf8_lossy(&machine.output[self.output..]).into_owned();
        self.output = machine.output.len();
        let collections = std::mem::take(&mut self.collections);
        let mut since = json!({"stdout": text, "died": std::mem::take(&mut self.died), "collections": collections});
        if let Some(events) = self.allocations.as_mut().and_then(|allocations| allocations.since(machine)) {
            since["allocations"] = events;
        }
        since
    }
}

/// One step's walk over the heap.
pub(crate) struct Walk<'a> {
    pub(crate) machine: &'a Machine,
    recording: &'a mut Recording,
    /// The value on top of the running frame's stack that counts as taken off: it is being returned.
    pub(crate) returned: Option<Address>,
    /// An exception has arrived in the running frame: CPython keeps its stack pointer in a register meanwhile.
    pub(crate) unwinding: bool,
    seen: HashSet<u32>,
    queue: Vec<u32>,
}

impl Walk<'_> {
    /// The label of an object, which joins the walk.
    pub(crate) fn label(&mut self, object: Address) -> u32 {
        let label = self.recording.labels.of(self.machine, object);
        if self.seen.insert(label) {
            self.queue.push(label);
        }
        label
    }

    /// The label of the object whose `id()` a number is.
    pub(crate) fn label_at(&self, address: u64) -> Option<String> {
        self.recording.labels.at_address(address).map(name)
    }

    fn frame(&mut self, frame: &ProgramFrame) -> Value {
        let names: Vec<Value> = frame.names.iter().map(|(text, object, scope)| json!([text, name(self.label(*object)), scope])).collect();
        let running = frame.frame == self.machine.registers.frame;
        let facts = self.machine.code_facts(self.machine.frame_code(frame.frame)).filter(|_| !running);
        let saved = facts.and_then(|facts| self.machine.saved_stack_words(frame.frame, facts));
        let words = if running { frame.stack.clone() } else { saved };
        let stack = words.map(|words| {
            words.into_iter().filter_map(Address::non_null).map(|object| name(self.label(object))).collect::<Vec<_>>()
        });
        json!({"function": frame.function, "line": frame.line, "names": names, "stack": stack})
    }

    fn exception(&mut self, exception: Address) -> Value {
        let machine = self.machine;
        let mut told = json!({"type": machine.short_type_name(exception), "object": name(self.label(exception))});
        let args = machine.heap.exception_args(exception);
        if !args.is_null() && machine.heap.tuple_len(args) == 1 && machine.heap.is_str(machine.heap.tuple_item(args, 0)) {
            told["message"] = json!(machine.heap.str_text(machine.heap.tuple_item(args, 0)));
        }
        told
    }

    /// What changed: everything reached, then what could be reached before and still lives.
    fn heap(&mut self) -> Map<String, Value> {
        let mut changes = Map::new();
        self.drain(true, &mut changes);
        for label in 1..=self.recording.labels.len() {
            let known = self.recording.labels.known(label);
            if !known.alive || self.seen.contains(&label) {
                continue;
            }
            if known.shared {
                if known.told.take().is_some() {
                    changes.insert(name(label), Value::Null);
                }
                continue;
            }
            let object = known.address;
            let heap = &self.machine.heap;
            if self.recording.kept.remove(&object).is_some() {
                self.recording.tell_death(label);
                continue;
            }
            if heap.memory.birth(object) == known.birth && heap.refcount(object) == 0 {
                // It is being torn down; whoever looks on from a finalizer calls it dead.
                known.alive = false;
                known.told = None;
                self.recording.died.push(name(label));
                continue;
            }
            if heap.memory.birth(object) == known.birth {
                self.label(object);
                self.drain(false, &mut changes);
            }
        }
        changes
    }

    fn drain(&mut self, reachable: bool, changes: &mut Map<String, Value>) {
        let mut next = 0;
        while let Some(label) = self.queue.get(next).copied() {
            next += 1;
            let known = self.recording.labels.known(label);
            let (object, shared, reuses) = (known.address, known.shared, known.reuses);
            let mut told = node::describe(self, object);
            for (key, flag) in [("shared", shared), ("reachable", !reachable)] {
                if flag {
                    told[key] = json!(key == "shared");
                }
            }
            if let Some(earlier) = reuses {
                told["reuses"] = json!(name(earlier));
            }
            if let Some(block) = self.recording.allocations.as_ref().and_then(|known| known.block_of(self.machine, object)) {
                told["block"] = json!(block);
            }
            if self.recording.pools {
                node::add_pool(self.machine, object, &mut told);
            }
            let known = self.recording.labels.known(label);
            if known.told.as_ref() != Some(&told) {
                changes.insert(name(label), told.clone());
                known.told = Some(told);
            }
        }
        self.queue.clear();
    }
}
