"""The former place of `tests.kit.stores` and `tests.kit.servers`."""

from tests.kit.servers import Daemon as Daemon
from tests.kit.servers import chroma_daemon as chroma_daemon
from tests.kit.servers import chroma_server as chroma_server
from tests.kit.servers import postgresql_daemon as postgresql_daemon
from tests.kit.servers import postgresql_database as postgresql_database
from tests.kit.servers import postgresql_server as postgresql_server
from tests.kit.stores import DIMENSION as DIMENSION
from tests.kit.stores import MemoryIndex as MemoryIndex
from tests.kit.stores import picture as picture
from tests.kit.stores import random_vectors as random_vectors
from tests.kit.stores import shop_export as shop_export
from tests.kit.stores import toy_embed as toy_embed
