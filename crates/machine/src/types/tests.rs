//! What CPython 3.12.1 prints for small programs about classes.

use crate::machine::Machine;

/// What a program prints.
fn output(source: &str) -> String {
    let mut machine = Machine::new(crate::limits::Limits::default());
    assert!(machine.start_file(source, "program.py").is_ok(), "{source}");
    machine.resume();
    String::from_utf8_lossy(&machine.output).into_owned()
}

#[test]
fn a_fresh_empty_class_is_counted_five_times() {
    let program = "import sys\nclass A: pass\nprint(sys.getrefcount(A), sys.getsizeof(A), sys.getsizeof(A()))";
    assert_eq!(output(program), "5 1704 48\n");
}

#[test]
fn the_dict_of_a_class_holds_what_the_body_left_and_the_descriptors_of_instances() {
    let program = "class A: pass\nclass S: __slots__ = ('b', 'a')\nprint(list(A.__dict__), list(S.__dict__))";
    let expected = "['__module__', '__dict__', '__weakref__', '__doc__'] ['__module__', '__slots__', 'a', 'b', '__doc__']\n";
    assert_eq!(output(program), expected);
}

#[test]
fn the_mro_of_a_diamond_visits_each_class_once() {
    let program = "class X: pass\nclass Y(X): pass\nclass Z(X): pass\nclass W(Y, Z): pass\nprint([c.__name__ for c in W.__mro__])";
    assert_eq!(output(program), "['W', 'Y', 'Z', 'X', 'object']\n");
}

#[test]
fn bases_without_a_common_order_are_refused() {
    let program = "class A: pass\ntry:\n    class B(object, A): pass\nexcept TypeError as e: print(e)";
    let expected = "Cannot create a consistent method resolution\norder (MRO) for bases object, A\n";
    assert_eq!(output(program), expected);
}

#[test]
fn bases_of_different_layout_are_refused() {
    let program = "try:\n    class B(int, str): pass\nexcept TypeError as e: print(e)";
    assert_eq!(output(program), "multiple bases have instance lay-out conflict\n");
}

#[test]
fn data_descriptors_win_over_instance_attributes_and_others_lose() {
    let program = "class D:\n    def __get__(self, i, o): return 'get'\n    def __set__(self, i, v): pass\n\
                   class N:\n    def __get__(self, i, o): return 'get'\n\
                   class C:\n    d = D()\n    n = N()\n\
                   c = C(); c.__dict__.update(d=1, n=2); print(c.d, c.n, C.n)";
    assert_eq!(output(program), "get 2 get\n");
}

#[test]
fn a_subclass_on_the_right_is_asked_first() {
    let program = "class A:\n    def __add__(self, o): return 'add'\n\
                   class B(A):\n    def __radd__(self, o): return 'radd'\n\
                   print(A() + B(), A() + A(), B() + A())";
    assert_eq!(output(program), "radd add add\n");
}

#[test]
fn a_class_that_compares_but_does_not_hash_is_unhashable() {
    let program = "class A:\n    def __eq__(self, o): return True\ntry: hash(A())\nexcept TypeError as e: print(e)";
    assert_eq!(output(program), "unhashable type: 'A'\n");
}

#[test]
fn calling_a_method_makes_no_bound_method() {
    let program = "import sys\nclass A:\n    def m(self): return sys.getrefcount(self)\na = A()\nb = a.m\nprint(a.m(), b())";
    assert_eq!(output(program), "4 4\n");
}

#[test]
fn private_slots_are_mangled_and_sorted() {
    let program = "class A: __slots__ = ('z', '__b')\nprint([n for n in A.__dict__ if 'b' in n or n == 'z'])";
    assert_eq!(output(program), "['_A__b', 'z']\n");
}

#[test]
fn super_without_arguments_finds_class_and_receiver() {
    let program = "class A:\n    def f(self): return 'A'\nclass B(A):\n    def f(self):\n        s = super()\n        return s.f() + super().f()\nprint(B().f())";
    assert_eq!(output(program), "AA\n");
}
