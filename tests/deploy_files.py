"""The former place of `tests.kit.deploy`."""

from tests.kit.deploy import DEPLOY as DEPLOY
from tests.kit.deploy import KUBERNETES as KUBERNETES
from tests.kit.deploy import ROOT as ROOT
from tests.kit.deploy import bicep as bicep
from tests.kit.deploy import compose as compose
from tests.kit.deploy import container as container
from tests.kit.deploy import dockerfile as dockerfile
from tests.kit.deploy import env_example as env_example
from tests.kit.deploy import health_command as health_command
from tests.kit.deploy import image as image
from tests.kit.deploy import mounts as mounts
from tests.kit.deploy import pod as pod
from tests.kit.deploy import resource as resource
from tests.kit.deploy import resources as resources
from tests.kit.deploy import site_settings as site_settings
from tests.kit.deploy import texts as texts
from tests.kit.deploy import world_paths as world_paths
