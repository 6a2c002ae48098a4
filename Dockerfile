# docker build -t layoutcheck .
# docker run --rm -v "$PWD:/site:ro" layoutcheck check build/
FROM python:3.12-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY schemas schemas
COPY src src
RUN python -m venv /opt/layoutcheck && /opt/layoutcheck/bin/pip install --no-cache-dir .

FROM python:3.12-slim
COPY --from=build /opt/layoutcheck /opt/layoutcheck
ENV PATH="/opt/layoutcheck/bin:$PATH" PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --no-create-home layoutcheck
USER 10001
WORKDIR /site
ENTRYPOINT ["layoutcheck"]
CMD ["--help"]
