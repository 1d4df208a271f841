# Shelfwise in a container, with the shop's folder outside:
#   docker build -t shelfwise .
#   docker run -p 127.0.0.1:8050:8050 -v shelfwise-shop:/shop shelfwise
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    OPENBLAS_NUM_THREADS=1 \
    OMP_NUM_THREADS=1 \
    MKL_NUM_THREADS=1

# A fixed user id, so that a folder of the host can be given to it: chown 10001 FOLDER.
RUN useradd --uid 10001 --create-home shelfwise && install -d -o shelfwise -m 0700 /shop

# The OpenMP runtime that LightGBM needs.
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/*

WORKDIR /shelfwise
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY data ./data
COPY forecasting ./forecasting
COPY inventory ./inventory
COPY assets ./assets
COPY app ./app

USER shelfwise
VOLUME /shop
EXPOSE 8050
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8050/health', timeout=4)"]
CMD ["python", "-m", "app", "--host", "0.0.0.0", "--port", "8050", "--shop", "/shop", "--no-browser"]
