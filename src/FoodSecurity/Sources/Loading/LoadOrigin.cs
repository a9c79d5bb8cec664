using FoodSecurity.Observations;

namespace FoodSecurity.Sources.Loading;

/// <summary>What is known of a file beside its content because it was fetched and not handed over.</summary>
/// <param name="Dataset">The dataset it must turn out to be of.</param>
/// <param name="PublisherAddress">Where it was fetched.</param>
/// <param name="RetrievedOn">The day it was fetched, UTC, yyyy-MM-dd.</param>
public sealed record LoadOrigin(string Dataset, string PublisherAddress, string RetrievedOn)
{
    /// <exception cref="DataFormatException">The file is of another dataset.</exception>
    internal ReleaseDraft Complete(ReleaseDraft draft) =>
        draft.Dataset == Dataset
            ? draft with
            {
                PublisherAddress = PublisherAddress,
                ObtainedFrom = PublisherAddress,
                RetrievedOn = RetrievedOn,
            }
            : throw new DataFormatException(
                new DataProblem(draft.FileName, 0, "dataset", draft.Dataset, $"{Dataset}, which this address is listed for")
            );
}
