using System.Collections.Concurrent;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;

namespace FoodSecurity.Web.Pages;

/// <summary>Coverage tables of the present data version: counting every figure of a large dataset takes a moment, once is enough.</summary>
public sealed class CoverageMemory(Archive archive)
{
    private readonly ConcurrentDictionary<(string Provider, string Dataset, string? Element, DateOnly? AsOf), CoverageView> _held = new();
    private long _version = -1;

    public CoverageView? Of(string provider, string dataset, string? element, DateOnly? asOf)
    {
        var version = archive.Version();
        if (Interlocked.Exchange(ref _version, version) != version || _held.Count > 100)
        {
            _held.Clear();
        }

        if (_held.TryGetValue((provider, dataset, element, asOf), out var held))
        {
            return held;
        }

        var view = CoverageAnswer.Of(archive, provider, dataset, element, asOf);
        if (view is not null && archive.Version() == version)
        {
            _held[(provider, dataset, element, asOf)] = view;
        }

        return view;
    }
}
