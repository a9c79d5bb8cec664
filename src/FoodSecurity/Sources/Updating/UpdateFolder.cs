using FoodSecurity.Database;

namespace FoodSecurity.Sources.Updating;

/// <summary>Where fetched files are kept: <c>downloads</c> beside the database file, else in the user's data folder.</summary>
public static class UpdateFolder
{
    public static string Of(Store store)
    {
        // A connection string is no path, and what it says may be secret.
        var beside = File.Exists(store.Location) ? Path.GetDirectoryName(Path.GetFullPath(store.Location)) : null;
        return Path.Combine(
            beside
                ?? Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                    "foodsec"
                ),
            "downloads"
        );
    }
}
