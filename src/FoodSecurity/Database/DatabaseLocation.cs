namespace FoodSecurity.Database;

/// <summary>
/// Where the one database is: the setting FOODSEC_DATABASE, else <c>.local/foodsec.db</c> beside the nearest
/// <c>FoodSecurity.sln</c> above the working directory or the program, else the user's data folder.
/// </summary>
public static class DatabaseLocation
{
    public const string Setting = "FOODSEC_DATABASE";

    /// <summary>The SQLite path or connection string to use.</summary>
    public static string Find(string? setting = null)
    {
        setting ??= Environment.GetEnvironmentVariable(Setting);
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return setting;
        }

        if (FindRoot() is { } root)
        {
            return Path.Combine(root, ".local", "foodsec.db");
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data.Length > 0 ? data : AppContext.BaseDirectory, "foodsec", "foodsec.db");
    }

    /// <summary><c>seeds/</c> or <c>datasets/</c>: in the clone, else beside the published program.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither place has it.</exception>
    public static string FindFolder(string name)
    {
        foreach (var root in new[] { FindRoot(), AppContext.BaseDirectory })
        {
            if (root is not null && Directory.Exists(Path.Combine(root, name)))
            {
                return Path.Combine(root, name);
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder \"{name}\" beside FoodSecurity.sln or beside the program ({AppContext.BaseDirectory})."
        );
    }

    /// <summary>The folder of the nearest FoodSecurity.sln above the working directory, else above the program; null outside a clone.</summary>
    public static string? FindRoot()
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "FoodSecurity.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        return null;
    }
}
