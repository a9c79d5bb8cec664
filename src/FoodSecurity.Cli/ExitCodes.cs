using System.CommandLine;
using System.Data.Common;
using FoodSecurity.Answers;
using FoodSecurity.Answers.Datasets;
using FoodSecurity.Database;
using FoodSecurity.Database.Engines;
using FoodSecurity.Observations;

namespace FoodSecurity.Cli;

/// <summary>The one map from errors to exit codes: 0 fine, 1 usage or not found, 2 data.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;
    public const int NotFound = 1;
    public const int Data = 2;

    /// <summary>Tells of corrections in seeds/corrections.csv that no longer fit what is loaded: 2 where there are any.</summary>
    public static int OfCorrections(Archive archive)
    {
        var problems = CorrectionCheck.Of(archive);
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem.ToString());
        }

        return problems.Count == 0 ? Fine : Data;
    }

    public static int Of(ParseResult parsed)
    {
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception wrong) when (wrong is DataFormatException or UnknownCodesException)
        {
            Console.Error.WriteLine(wrong.Message);
            Console.Error.WriteLine("Nothing of this file was written.");
            return Data;
        }
        catch (Exception wrong) when (wrong is StoreException || (wrong is DbException && StoreErrors.Explain(wrong) is not null))
        {
            var told = StoreErrors.Explain(wrong)!;
            Console.Error.WriteLine(told.Message);
            Console.Error.WriteLine("Nothing was written.");
            return told.Trouble is StoreTrouble.Unreachable or StoreTrouble.Unfit ? NotFound : Data;
        }
        catch (DbException wrong)
        {
            Console.Error.WriteLine($"The database {DatabaseLocation.Find()} cannot be used: {wrong.Message}");
            return NotFound;
        }
        catch (Exception wrong) when (wrong is IOException or NotSupportedException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(wrong.Message);
            return NotFound;
        }
    }
}
