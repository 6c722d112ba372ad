namespace ProjectCycle.Reports.Tests;

/// <summary>Compares with a text kept beside the tests.</summary>
public static class Golden
{
    /// <summary>On a difference, keeps the text and the file that were made, and says where.</summary>
    public static void AssertSame(string name, string actual, byte[] file, string extension = ".xlsx")
    {
        var path = Path.Combine(Folder(), name + ".txt");
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected == actual)
            return;
        var kept = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "actual")).FullName;
        File.WriteAllText(Path.Combine(kept, name + ".txt"), actual);
        File.WriteAllBytes(Path.Combine(kept, name + extension), file);
        Assert.Fail($"{FirstDifference(expected, actual)}\nExpected: {path}\nActual:   {Path.Combine(kept, name)}.txt and {extension}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(wanted.Length, got.Length)).First(i => wanted.ElementAtOrDefault(i) != got.ElementAtOrDefault(i));
        return $"Line {line + 1}: expected '{wanted.ElementAtOrDefault(line)}', got '{got.ElementAtOrDefault(line)}'.";
    }

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Golden");
}
