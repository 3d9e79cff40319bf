"""What else one would use: each is given a file and returns which of its lines it would drop.

None of them is made for the job, so each gets the parameters that suit it best here: paragraphs of more than 40
letters are compared, by words three at a time (in Chinese, characters five at a time), and of two that are alike the
later goes. A threshold is the lowest, in steps of a twentieth, at which no clean article loses a paragraph; below .2
MinHash finds no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec

SHORTEST = 40
PERMUTATIONS, BANDS = 64, 16
RENSA, DATASKETCH, SIMHASH, RAPIDFUZZ = 0.2, 0.2, 0.85, 70

Peer = Callable[[bytes], set[int]]


def floor(file: bytes) -> dict[str, None]:
    """Do what nobody can do without: decode, split into lines, look at each."""
    return dict.fromkeys(file.decode().splitlines())


def exact_lines(file: bytes) -> set[int]:
    """Find the lines that stood before, as ``awk '!seen[$0]++'`` does, empty ones aside."""
    seen: set[str] = set()
    drop = set()
    for number, line in enumerate(file.decode().splitlines()):
        if line in seen:
            drop.add(number)
        elif line:
            seen.add(line)
    return drop


def rapidfuzz_pairs(file: bytes) -> set[int]:
    """Compare all pairs of paragraphs by their letters."""
    from rapidfuzz import fuzz, process

    numbers, paragraphs = _paragraphs(file)
    if len(paragraphs) < 2:
        return set()
    alike = process.cdist(paragraphs, paragraphs, scorer=fuzz.ratio, score_cutoff=RAPIDFUZZ, dtype="uint8")
    return {numbers[later] for earlier, later in zip(*alike.nonzero(), strict=True) if earlier < later}


def rensa_lsh(file: bytes) -> set[int]:
    """Look up the paragraphs by bands of MinHash; most files end at the first look, which is rensa's fastest."""
    from rensa import RMinHash, RMinHashLSH

    numbers, paragraphs = _paragraphs(file)
    shingles = [list(_shingles(paragraph)) for paragraph in paragraphs]
    digests = RMinHash.digest_matrix_from_token_sets(shingles, PERMUTATIONS, 1)
    index = RMinHashLSH(RENSA, PERMUTATIONS, BANDS)
    flagged = [at for at, flag in enumerate(index.query_duplicate_flags_matrix_one_shot(digests)) if flag]
    drop = set()
    hashes = dict(
        zip(flagged, RMinHash.from_token_sets([shingles[at] for at in flagged], PERMUTATIONS, 1), strict=True)
    )
    for at, hashed in hashes.items():
        if any(hashes[other].jaccard(hashed) >= RENSA for other in index.query(hashed)):
            drop.add(numbers[at])
        index.insert(at, hashed)
    return drop


def datasketch_lsh(file: bytes) -> set[int]:
    """Look up the paragraphs by bands of MinHash."""
    from datasketch import MinHash, MinHashLSH

    numbers, paragraphs = _paragraphs(file)
    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))
    drop = set()
    hashes: dict[int, MinHash] = {}
    for number, paragraph in zip(numbers, paragraphs, strict=True):
        hashed = MinHash(num_perm=PERMUTATIONS)
        hashed.update_batch([shingle.encode() for shingle in _shingles(paragraph)])
        if any(hashes[other].jaccard(hashed) >= DATASKETCH for other in index.query(hashed)):
            drop.add(number)
        hashes[number] = hashed
        index.insert(number, hashed)
    return drop


def trafilatura_simhash(file: bytes) -> set[int]:
    """Compare all pairs of paragraphs by their Simhash."""
    from trafilatura.deduplication import Simhash

    numbers, paragraphs = _paragraphs(file)
    hashes = [Simhash(paragraph) for paragraph in paragraphs]
    return {
        numbers[later]
        for later, hashed in enumerate(hashes)
        if any(hashed.similarity(hashes[earlier]) >= SIMHASH for earlier in range(later))
    }


def forget() -> None:
    """Let those that remember words of earlier files forget them: a second round would be faster than any first."""
    if "trafilatura, Simhash" in installed():
        from trafilatura.meta import reset_caches

        reset_caches()


def _paragraphs(file: bytes) -> tuple[list[int], list[str]]:
    lines = file.decode().splitlines()
    numbers = [number for number, line in enumerate(lines) if len(line) > SHORTEST]
    return numbers, [lines[number] for number in numbers]


def _shingles(paragraph: str) -> Iterator[str]:
    words = paragraph.split()
    if 20 * len(words) < len(paragraph):
        return map("".join, zip(*(paragraph[start:] for start in range(5)), strict=False))
    return map(" ".join, zip(words, words[1:], words[2:], strict=False))


ALL: dict[str, tuple[str | None, Peer]] = {
    "equal lines (`awk`)": (None, exact_lines),
    "rapidfuzz, all pairs": ("rapidfuzz", rapidfuzz_pairs),
    "rensa, MinHash LSH": ("rensa", rensa_lsh),
    "trafilatura, Simhash": ("trafilatura", trafilatura_simhash),
    "datasketch, MinHash LSH": ("datasketch", datasketch_lsh),
}
NEEDED = {"rapidfuzz": ("rapidfuzz", "numpy")}


def installed() -> dict[str, Peer]:
    """Return the peers that can be run here."""
    return {name: peer for name, (package, peer) in ALL.items() if _is_installed(package)}


def _is_installed(package: str | None) -> bool:
    return package is None or all(find_spec(needed) for needed in NEEDED.get(package, (package,)))
