"""Know who we are, and who is logged in."""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple, cast

import askfirst
from askfirst import Checked
from askfirst.identifiers import party
from askfirst.model.trust import Trust
from askfirst.proof import Key, sign, with_proof
from askfirst.vocabulary import Right
from pipeline.problems import Problem
from pipeline.store import Store

__all__ = ["Account", "Accounts", "Platform"]


class Account(NamedTuple):
    """A rightsholder who has an account: the address and the name that documents have of them."""

    id: str
    name: str

    @property
    def party(self) -> dict[str, str]:
        """The account as documents name a party."""
        return {"id": self.id, "name": self.name}


class Accounts:
    """The accounts by the SHA-256 of their tokens: who reads the file can log in as nobody."""

    def __init__(self, listed: Mapping[str, Mapping[str, str]]) -> None:
        self._listed = {
            digest: Account(party.normal(one["id"]), one["name"]) for digest, one in listed.items()
        }

    def of(self, authorization: str) -> Account:
        """Return whose token a header `Authorization` has. Raises `Problem`."""
        scheme, _, token = authorization.partition(" ")
        digest = sha256(token.strip().encode()).hexdigest()
        if scheme.lower() != "bearer" or digest not in self._listed:
            raise Problem(401, "log in: send the header Authorization with Bearer and your token")
        return self._listed[digest]


class Platform:
    """The platform: its address on the web, its name in documents, its key, and what it keeps."""

    def __init__(self, url: str, account: Account, key: Key, store: Store) -> None:
        self.url = url.rstrip("/")
        self.account = account
        self.store = store
        self._key = key

    def page(self, track: str) -> str:
        """Return the address of a track."""
        return f"{self.url}/tracks/{track}"

    def witnessed(self, checked: Checked, now: str) -> dict[str, Any]:
        """Return a document with our proof that its maker made it here (spec 4.12, 5.10)."""
        value = cast("dict[str, Any]", checked.value)
        return with_proof(value, sign(checked, self._key, now))

    @cached_property
    def trust(self) -> Trust:
        """What we trust: what was done before us by who was logged in, for every right.

        We are no witness for ourselves, as the entry does not say `ownUses` (spec 5.10).
        """
        speaks = {"keys": [self._key.did], "rights": [*Right], "identifiers": ["any"]}
        witness = {"id": self.account.id, **speaks}
        return askfirst.read_trust({"askfirst": "1.0.0", "type": "Trust", "witnesses": [witness]})
