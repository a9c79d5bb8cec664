using FoodSecurity.Answers;
using FoodSecurity.Answers.Tracing;

namespace FoodSecurity.Tests.Answers;

/// <summary>Follows a trace's address as the page does.</summary>
internal static class Traces
{
    public static TraceView? Find(Archive archive, string address)
    {
        var (path, query) = address.Split('?', 2) is [var p, var q] ? (p, q) : (address, "");
        var at = path.Split('/');
        var asked = query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.Split('=', 2))
            .ToDictionary(a => a[0], a => Uri.UnescapeDataString(a[1]));
        at.Length.ShouldBe(7, address);
        return TraceAnswer.Of(
            archive,
            new TraceQuestion(at[2], at[3], at[4], at[5], at[6])
            {
                Basis = asked.GetValueOrDefault("basis"),
                Dimensions = asked.GetValueOrDefault("dimensions"),
                Indicator = asked.GetValueOrDefault("indicator"),
                Edition = asked.GetValueOrDefault("edition"),
                AsOf = asked.TryGetValue("asof", out var day) ? DateOnly.ParseExact(day, "yyyy-MM-dd") : null,
            }
        );
    }
}
