using System.Runtime.CompilerServices;
using FoodSecurity.Charts.Layout;
using FoodSecurity.Charts.Layout.Type;
using FoodSecurity.Charts.Rendering;
using FoodSecurity.Charts.Specs;

namespace FoodSecurity.Tests.Charts.Kinds;

/// <summary>A drawing kept as text in Golden/; FOODSEC_GOLDEN=write writes it anew.</summary>
internal static class GoldenDrawing
{
    public static void Check(string name, ChartSpec spec, ChartFrame frame, [CallerFilePath] string here = "")
    {
        ChartFonts.Usable.ShouldBe(
            "Noto Sans",
            "The golden drawings are placed with Noto Sans; install it (Debian: fonts-noto-core) to compare them."
        );
        string drawn = ChartPicture.Svg(spec, frame).Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
        if (Environment.GetEnvironmentVariable("FOODSEC_GOLDEN") == "write")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Golden", name + ".svg"), drawn);
            return;
        }

        string path = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".svg");
        File.Exists(path).ShouldBeTrue($"Golden/{name}.svg is missing; write it with FOODSEC_GOLDEN=write.");
        drawn.ShouldBe(File.ReadAllText(path), name);
    }
}
