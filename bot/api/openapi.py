"""The OpenAPI document of the API, made by apispec of what the endpoints take and answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from apispec import APISpec
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from bot.api.calls import Endpoint
from bot.api.replies import ErrorReply

COMMON = (401, 403, 422, 429)
"""Refusals that every endpoint has."""
_REF = "#/components/schemas/{model}"


def document(endpoints: Iterable[Endpoint], *, version: str, prefix: str) -> dict[str, Any]:
    """The document, OpenAPI 3.1."""
    spec = APISpec(
        title="Hangtag",
        version=version,
        openapi_version="3.1.0",
        info={"description": "Stock of garments, found by photo. See docs/integration.md."},
        servers=[{"url": prefix}],
        security=[{"key": []}],
    )
    spec.components.security_scheme(
        "key", {"type": "http", "scheme": "bearer", "description": "From `hangtag key add`."}
    )
    endpoints = tuple(endpoints)
    replies: list[type[BaseModel]] = [ErrorReply, *(one.reply for one in endpoints if one.reply is not None)]
    _, schemas = models_json_schema(
        [(model, "serialization") for model in dict.fromkeys(replies)], ref_template=_REF
    )
    for endpoint in endpoints:
        if isinstance(endpoint.body, TypeAdapter):
            schemas["$defs"] |= endpoint.body.json_schema(ref_template=_REF).pop("$defs", {})
    for name, schema in schemas["$defs"].items():
        spec.components.schema(name, schema)
    for endpoint in endpoints:
        spec.path(path=endpoint.path, operations={endpoint.method.lower(): _operation(endpoint)})
    written: dict[str, Any] = spec.to_dict()
    return written


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    reply = _REF.format(model=endpoint.reply.__name__)
    operation: dict[str, Any] = {
        "summary": endpoint.summary,
        "description": f"{endpoint.description} Role: {endpoint.role.word}.".strip(),
        "operationId": _operation_id(endpoint),
        "parameters": [*_path(endpoint), *_query(endpoint), *_headers(endpoint)],
        "responses": {str(endpoint.status): _json(HTTPStatus(endpoint.status).phrase, reply)}
        | {
            str(status): _json(HTTPStatus(status).phrase, _REF.format(model="ErrorReply"))
            for status in sorted({*COMMON, *endpoint.refusals})
        },
    }
    if isinstance(endpoint.body, TypeAdapter):
        schema = endpoint.body.json_schema(ref_template=_REF)
        schema.pop("$defs", None)
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    elif endpoint.takes:
        binary = {"schema": {"type": "string", "format": "binary"}}
        operation["requestBody"] = {"required": True, "content": dict.fromkeys(endpoint.takes, binary)}
    return operation


def _operation_id(endpoint: Endpoint) -> str:
    words = re.findall(r"[a-z]+", endpoint.path)
    return "_".join((endpoint.method.lower(), *words))


def _json(description: str, reference: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": {"$ref": reference}}}}


def _path(endpoint: Endpoint) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer" if name == "batch" else "string"},
        }
        for name in re.findall(r"\{(\w+)\}", endpoint.path)
    ]


def _query(endpoint: Endpoint) -> list[dict[str, Any]]:
    schema = endpoint.query.model_json_schema()
    definitions = schema.get("$defs", {})
    required = schema.get("required", ())
    parameters = []
    for name, each in schema.get("properties", {}).items():
        inline = definitions[each.pop("$ref").rpartition("/")[2]] | each if "$ref" in each else each
        described = inline.pop("description", "")
        parameter = {"name": name, "in": "query", "required": name in required, "schema": inline}
        parameters.append(parameter | ({"description": described} if described else {}))
    return parameters


def _headers(endpoint: Endpoint) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "header", "required": True, "schema": {"type": "string"}, "description": what}
        for name, what in endpoint.headers
    ]
