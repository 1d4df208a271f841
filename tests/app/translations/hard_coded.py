"""Finding texts in the code that nobody marked to be translated."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARKS = ("_", "N_", "ngettext")
SILENT_CALLS = ("info", "warning", "error", "exception", "debug", "compile", "fullmatch", "match", "sub", "search")
SILENT_CALLS += ("split", "rsplit", "partition", "replace", "startswith", "endswith", "removeprefix", "removesuffix")
SILENT_CALLS += ("__init__", "strftime", "format_date", "format_decimal", "getattr", "execute_script", "query_selector")
SILENT_NAMES = (
    "id",
    "type",
    "className",
    "style",
    "role",
    "color",
    "size",
    "href",
    "path",
    "template",
    "mode",
    "textposition",
    "class_",
)
SHOWN_NAMES = ("children", "label", "title", "placeholder", "headerName", "headerTooltip", "alt", "summary")
SHOWN_CALLS = ("table", "figure_card", "page_title", "empty_state")
SHOWN_MODULES = ("html", "dcc", "dbc")
COMPONENT_NAMES = re.compile(r"(sw|btn|ag|d|mb|mt|col|form)(-[a-z0-9]+)*")
LETTERS = re.compile(r"[^\W\d_]{2}")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,.:;]?\s+\S*[^\W\d_]|[^\W\d_]{2,}[.!?]$")


@dataclass(frozen=True)
class Found:
    """A text that is written in the code: where, and what."""

    line: int
    text: str


def hard_coded(file: Path) -> tuple[Found, ...]:
    """The sentences in a file that are not marked, and single words that stand on a page unmarked."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return tuple(Found(line, text) for line, text in sorted(_in(tree, shown=False)) if text)


def _in(node: ast.AST, *, shown: bool) -> Iterator[tuple[int, str]]:
    """Texts below a node; `shown` for what a component is given to show."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _is_told(node.value, shown=shown):
            yield node.lineno, node.value
        return
    if isinstance(node, ast.JoinedStr):
        parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
        text = "{}".join(str(part) for part in parts)
        if _is_told(text, shown=shown) or (shown and any(LETTERS.search(str(part)) for part in parts)):
            yield node.lineno, text
        return
    for child, child_is_shown in _children(node, shown=shown):
        yield from _in(child, shown=child_is_shown)


def _children(node: ast.AST, *, shown: bool) -> Iterator[tuple[ast.AST, bool]]:
    if isinstance(node, ast.Call):
        yield from _of_call(node)
    elif isinstance(node, (ast.Raise, ast.Assert, ast.Compare, ast.Subscript)):
        return  # errors are for developers, the others name keys
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            name = key.value if isinstance(key, ast.Constant) else ""
            if name not in SILENT_NAMES and name != "function":
                yield value, name in SHOWN_NAMES
    elif isinstance(node, (ast.List, ast.Tuple, ast.IfExp, ast.Starred, ast.BoolOp, ast.BinOp)):
        below = [node.body, node.orelse] if isinstance(node, ast.IfExp) else list(ast.iter_child_nodes(node))
        yield from ((child, shown) for child in below)
    else:
        for child in ast.iter_child_nodes(node):
            is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            is_type = isinstance(node, (ast.AnnAssign, ast.arg)) and child is node.annotation
            if not is_docstring and not is_type and not (isinstance(node, ast.FunctionDef) and child is node.returns):
                yield child, False


def _of_call(node: ast.Call) -> Iterator[tuple[ast.AST, bool]]:
    name = _name(node.func)
    if name in MARKS:
        return
    if isinstance(node.func, ast.Attribute):
        yield node.func.value, False
    if name in SILENT_CALLS:
        return
    is_component = isinstance(node.func, ast.Attribute) and _name(node.func.value) in SHOWN_MODULES
    on_page = is_component or name in SHOWN_CALLS
    yield from ((argument, on_page) for argument in node.args)
    for keyword in node.keywords:
        if keyword.arg not in SILENT_NAMES:
            is_trace = keyword.arg == "name" and name.startswith("add_")
            yield keyword.value, is_trace or keyword.arg in SHOWN_NAMES


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_told(text: str, *, shown: bool) -> bool:
    words = text.split()
    if not words or all(COMPONENT_NAMES.fullmatch(word) for word in words):
        return False
    return bool(SENTENCE.search(text)) or (shown and bool(LETTERS.search(text)))
