"""A trace as it is stored: only what a dimension of `compare.py` judges, and of each object only what changed.

`"encoding": "patches"`: a step's `heap` holds of each object that was there the fields that changed (`null`: gone), and a
frame without `names` has those of the frame at its depth in the step before. `unpack` gives the trace in the encoding "delta".
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

JUDGED = ("type", "repr", "size", "tracked", "generation", "immortal", "shared", "refcount", "interned", "edges")


def pack(document: Json) -> Json:
    """The trace, packed."""
    heap: Json = {}
    names: list[Any] = []
    steps = []
    for step in document["steps"]:
        for label in step["since"]["died"]:
            heap.pop(label, None)
        changes: Json = {}
        for label, node in step["heap"].items():
            known = heap.get(label)
            if node is None:
                changes[label] = heap.pop(label, None) and None
                continue
            kept = {field: node[field] for field in JUDGED if field in node}
            heap[label] = kept
            if known is None:
                changes[label] = kept
            elif changed := changed_fields(known, kept):
                changes[label] = changed
        frames = []
        for depth, frame in enumerate(step["frames"]):
            same = depth < len(names) and names[depth] == frame["names"]
            frames.append({field: frame[field] for field in ("function", "line", "names") if not (same and field == "names")})
        names = [frame["names"] for frame in step["frames"]]
        since = {field: step["since"][field] for field in ("stdout", "died", "collections")}
        packed = {"index": step["index"], "event": step["event"], "line": step["line"], "function": step["function"]}
        packed |= {"frames": frames, "heap": changes, "gc": {"count": step["gc"]["count"]}, "since": since}
        if "exception" in step:
            packed["exception"] = step["exception"]
        steps.append(packed)
    return {**document, "encoding": "patches", "steps": steps}


def changed_fields(before: Json, after: Json) -> Json:
    """What to write over `before` to have `after`."""
    gone = {field: None for field in before if field not in after}
    return gone | {field: value for field, value in after.items() if field not in before or before[field] != value}


def unpack(document: Json) -> Json:
    """The trace in the encoding "delta"."""
    heap: Json = {}
    names: list[Any] = []
    steps = []
    for step in document["steps"]:
        for label in step["since"]["died"]:
            heap.pop(label, None)
        changes: Json = {}
        for label, change in step["heap"].items():
            if change is None:
                heap.pop(label, None)
                changes[label] = None
                continue
            merged = heap.get(label, {}) | change
            heap[label] = changes[label] = {field: value for field, value in merged.items() if value is not None}
        frames = [{**frame, "names": frame["names"] if "names" in frame else names[at]} for at, frame in enumerate(step["frames"])]
        names = [frame["names"] for frame in frames]
        steps.append({**step, "frames": frames, "heap": changes})
    return {**document, "encoding": "delta", "steps": steps}
