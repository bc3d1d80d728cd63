"""Where feeds get their content: a folder or an object store, SFTP, a database; HTTP is the caller's."""

from catalogue.feeds.sources.port import Fetched, Source
from catalogue.feeds.sources.schemes import Kind, kind_of, secrets_in, shown

__all__ = ["Fetched", "Kind", "Source", "kind_of", "secrets_in", "shown"]
