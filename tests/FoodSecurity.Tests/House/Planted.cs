using FoodSecurity.Answers.Areas;
using FoodSecurity.Charts.Specs;
using FoodSecurity.Database;
using FoodSecurity.Observations;
using FoodSecurity.Series;

// Code that breaks the rule on purpose, one kind each. DependencyRule must catch every one of these; nothing else refers to them.

#pragma warning disable CA1822, CA1852, CA1812 // planted code is as small as can be

namespace FoodSecurity.Planted.Observations
{
    internal sealed class InheritsFromTheRight : List<ChartSpec>;
}

namespace FoodSecurity.Planted.Series
{
    internal sealed class KnowsItsNeighbour
    {
        public string Format(FoodSecurity.Sources.Reading.IReleaseReader reader) => reader.ToString() ?? "";
    }
}

namespace FoodSecurity.Planted.Indicators
{
    internal sealed class AsksTheDatabase
    {
        public string Where() => DatabaseLocation.Find("x");
    }

    internal sealed class ImplementsWhatStandsRight : IComparer<AreaView>
    {
        public int Compare(AreaView? x, AreaView? y) => 0;
    }
}

namespace FoodSecurity.Planted.Claims
{
    internal sealed class HoldsAStore
    {
        public Store? Store { get; init; }
    }
}

namespace FoodSecurity.Planted.Charts
{
    internal sealed class FetchesInALambda
    {
        public Func<object?> Later() => () => typeof(DataVersion);
    }
}

namespace FoodSecurity.Planted.Wording
{
    internal sealed class CatchesFromTheRight
    {
        public int Try(Func<int> what)
        {
            try
            {
                return what();
            }
            catch (DataFormatException wrong)
            {
                return wrong.HResult;
            }
        }
    }

    internal sealed class CallsInAnIterator
    {
        public IEnumerable<object> All(object one)
        {
            yield return Array.Empty<TimeSeries>();
            yield return one;
        }
    }
}

namespace FoodSecurity.Planted.Answers
{
    internal sealed class DrawsByItself
    {
        public object Draw() => new ScottPlot.Plot();
    }

    internal sealed class PaintsByItself
    {
        public byte Red(SkiaSharp.SKColor color) => color.Red;
    }

    internal sealed class Prints
    {
        public void Say() => Console.WriteLine();
    }

    internal sealed class IsAPage
    {
        public Microsoft.AspNetCore.Http.HttpContext? Context { get; init; }
    }
}

namespace FoodSecurity.Planted.Sources
{
    internal sealed class Downloads
    {
        public async Task<string> Get(string address)
        {
            using var http = new HttpClient();
            return await http.GetStringAsync(new Uri(address));
        }
    }

    internal sealed class OpensSqlite
    {
        public object Open() => new Microsoft.Data.Sqlite.SqliteConnection();
    }
}

namespace FoodSecurity.Planted.Helpers
{
    internal sealed class IsInNoFolder
    {
        public object Make() => new object();
    }
}
