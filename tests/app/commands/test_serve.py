"""The program takes the port that was asked for, or the next one that is free."""

import socket
from collections.abc import Iterator

import pytest

from app.commands import serve
from app.commands.serve import free_port

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens, the next one being free."""
    while True:
        with socket.socket() as listening, socket.socket() as above:
            listening.bind((HOST, 0))
            port = listening.getsockname()[1]
            try:
                above.bind((HOST, port + 1))
            except (OSError, OverflowError):
                continue
            above.close()
            listening.listen()
            yield port
            return


def test_a_free_port_is_taken_as_it_is(taken: int) -> None:
    assert free_port(HOST, taken + 1) == taken + 1


def test_a_taken_port_gives_way_to_the_next(taken: int) -> None:
    assert free_port(HOST, taken) == taken + 1


def test_looking_for_a_port_leaves_it_free(taken: int) -> None:
    port = free_port(HOST, taken)
    with socket.socket() as probe:
        probe.bind((HOST, port))


def test_where_no_port_is_free_it_says_what_to_do(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "PORTS_TRIED", 1)
    with pytest.raises(SystemExit, match=f"No port from {taken} to {taken} is free. Name another one with --port"):
        free_port(HOST, taken)
