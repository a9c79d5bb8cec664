using FoodSecurity.Observations;
using FoodSecurity.Sources.Files;

namespace FoodSecurity.Sources.Reading;

/// <summary>
/// Reads one format of one provider: recognises it by content, says what the file states of itself, and streams its observations
/// in file order with constant memory. A reader keeps the provider's numbers, flags and notes; judgement comes later.
/// </summary>
public interface IReleaseReader
{
    /// <summary>Name of the format ("FAOSTAT normalised bulk"), shown at load and kept with the release.</summary>
    string Format { get; }

    /// <summary>
    /// Looks at the first lines and says whether this is its format. Never reads further; a file that is nearly this format
    /// (a renamed column, say) gets an answer with <see cref="Recognition.Complaint"/>.
    /// </summary>
    Recognition? Recognise(FileHead head);

    /// <summary>What the file states of itself; dataset, dates and coverage. Facts the file does not state stay null.</summary>
    ReleaseDraft Describe(SourceFile file);

    /// <summary>
    /// All observations in file order. Bad cells go to <see cref="ReadContext.Problem"/> and unknown codes to
    /// <see cref="ReadContext.Unknown"/>, and the row is left out; the loader decides afterwards.
    /// </summary>
    IEnumerable<Observation> Read(SourceFile file, ReadContext context);
}

/// <summary>How sure a reader is of a file (100: header exactly so), or why a file that looks like its own cannot be read.</summary>
/// <param name="Certainty">0 to 100; the highest wins.</param>
/// <param name="Complaint">Null where the file can be read; else what is wrong with its head.</param>
public sealed record Recognition(int Certainty, DataProblem? Complaint = null);
