"""The benchmark's chart with matplotlib: python3 matplotlib_chart.py CHART.json svg|png"""
import io
import json
import sys
import time

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

with open(sys.argv[1], encoding="utf-8") as file:
    chart = json.load(file)
form = sys.argv[2]
matplotlib.rcParams["svg.fonttype"] = "none"  # text stays text, which is also the quicker way
matplotlib.rcParams["font.family"] = ["Noto Sans", "DejaVu Sans"]


def draw(k):
    by = 1 + (k % 97) * 0.001
    figure = Figure(figsize=(chart["width"] / 100, chart["height"] / 100), dpi=100)
    canvas = FigureCanvasSVG(figure) if form == "svg" else FigureCanvasAgg(figure)
    foot = len(chart["foot"])
    axes = figure.add_axes((0.05, 0.09 + 0.026 * foot, 0.79, 0.78 - 0.026 * foot))
    for period in chart["periods"]:
        color = "#b45309" if period["tone"] == 0 else "#475569"
        axes.axvspan(period["from"], period["to"], color=color, alpha=0.1, linewidth=0)
        axes.text((period["from"] + period["to"]) / 2, 1.01, f'{period["number"]} {period["label"]}', transform=axes.get_xaxis_transform(), ha="center", fontsize=9)
    spread = chart["spread"]
    axes.fill_between([p["x"] for p in spread], [p["low"] * by for p in spread], [p["high"] * by for p in spread], color="#0072b2", alpha=0.13, linewidth=0)
    for line in chart["lines"]:
        xs, ys = [p[0] for p in line["points"]], [p[1] * by for p in line["points"]]
        axes.plot(xs, ys, color=line["color"], linewidth=1.6)
        axes.annotate(f'{line["label"]}\n{line["note"]}', (xs[-1], ys[-1]), xytext=(8, 0), textcoords="offset points", va="center", color=line["color"], fontsize=9, annotation_clip=False)
    for pin in chart["pins"]:
        axes.annotate(str(pin["number"]), (pin["x"], pin["y"] * by), xytext=(0, 18), textcoords="offset points", ha="center", va="center", color="white", fontsize=9,
                      bbox={"boxstyle": "circle", "facecolor": "#1f2933", "edgecolor": "none"}, arrowprops={"arrowstyle": "-"})
    axes.set_xlim(chart["from"], chart["to"])
    axes.set_ylim(bottom=0)
    axes.set_title(chart["unit"], loc="left", fontsize=9)
    axes.grid(axis="y", color="#e3e7eb")
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    figure.text(0.01, 0.96, f'{chart["title"]} ({k})', fontsize=14, fontweight="bold")
    figure.text(0.01, 0.925, chart["subtitle"], fontsize=10)
    for i, line in enumerate(chart["foot"]):
        figure.text(0.01, 0.01 + 0.026 * (foot - 1 - i), line, fontsize=9)
    out = io.BytesIO()
    if form == "svg":
        canvas.print_svg(out)
    else:
        canvas.print_png(out)
    return out.getvalue()


drawn = 0
for request in sys.stdin:
    words = request.split()
    times, last = int(words[0]), b""
    before = time.process_time()
    for _ in range(times):
        last = draw(drawn)
        drawn += 1
    used = time.process_time() - before
    if len(words) > 1:
        with open(words[1], "wb") as out_file:
            out_file.write(last)
    print(used * 1000 / times, len(last), flush=True)
