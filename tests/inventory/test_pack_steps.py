import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inventory.pack_steps import MOST_STEPS, step_units


@given(packs=st.integers(0, 500), least=st.integers(0, 500), pack=st.sampled_from([0.25, 1.0, 6.0]))
def test_steps_are_whole_packs_from_the_least_order_to_the_most(packs, least, pack):
    least = min(least, packs)
    total = step_units(np.array([packs * pack]), pack_size=np.array([pack]), least=np.array([least * pack]))[0]
    assert total[0] == 0
    assert total[-1] == packs * pack
    assert total.size <= MOST_STEPS + 1
    np.testing.assert_allclose(total / pack, np.rint(total / pack))
    if packs:
        assert total[1] == max(least, 1) * pack
        assert (np.diff(total)[: packs - max(least, 1)] > 0).all()


def test_a_few_packs_are_taken_one_by_one():
    assert step_units(np.array([4.0]), pack_size=np.array([1.0]), least=np.array([0.0])).tolist() == [[0, 1, 2, 3, 4]]
