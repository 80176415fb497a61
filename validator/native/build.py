"""Compile the native reader of catalogs into the package, where there is a compiler.

Without one, and with `ASKFIRST_PURE=1` in the environment, the package is the same for every
platform, and catalogs are read in Python.
"""

import os
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["NativeReader", "compiled", "has_compiler"]

_SOURCES = "validator/native"
_PACKAGE = "validator/askfirst/catalog/native"
_WARNINGS = ("-Wall", "-Wextra", "-Werror")
_HARDENED = ("-fstack-protector-strong", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2")
_FLAGS = ("-std=c11", "-O2", "-fPIC", "-fvisibility=hidden", "-shared", *_WARNINGS, *_HARDENED)
_SECONDS = 120


class NativeReader(BuildHookInterface):  # type: ignore[type-arg,misc,unused-ignore]
    """Add the compiled reader to a wheel, which then is for one platform."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before a wheel is put together; other distributions hold the sources."""
        if self.target_name != "wheel" or os.environ.get("ASKFIRST_PURE"):
            return
        root = Path(self.root)
        library = root / _PACKAGE / f"_reader{sysconfig.get_config_var('EXT_SUFFIX')}"
        if not compiled(root / _SOURCES, library):
            self.app.display_warning("no native reader: catalogs are read in Python")
            return
        if version == "editable":
            return  # the package is where it was compiled
        name = f"askfirst/catalog/native/{library.name}"
        build_data["force_include"][str(library)] = name
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def has_compiler() -> bool:
    """Tell whether the compiler that Python was built with is there."""
    return shutil.which(_compiler()[0]) is not None


def _compiler() -> list[str]:
    return shlex.split(sysconfig.get_config_var("CC") or "cc")


def compiled(sources: Path, library: Path) -> bool:
    """Compile the reader to a library, and tell whether it could be done."""
    include = Path(sysconfig.get_path("include"))
    unfinished = library.with_suffix(".unfinished")
    command = [*_compiler(), *_FLAGS, f"-I{include}", *map(str, sorted(sources.glob("*.c")))]
    if os.name != "posix" or not (include / "Python.h").is_file():
        return False
    try:
        subprocess.run(  # noqa: S603 - the compiler that Python was built with
            [*command, "-o", str(unfinished)], check=True, capture_output=True, timeout=_SECONDS
        )
        unfinished.replace(library)
    except (OSError, subprocess.SubprocessError):
        unfinished.unlink(missing_ok=True)
        return False
    return True
