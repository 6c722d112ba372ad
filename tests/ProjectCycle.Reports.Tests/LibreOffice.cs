using System.Diagnostics;

namespace ProjectCycle.Reports.Tests;

/// <summary>The office program that users without Excel and Word have: what it makes of our files.</summary>
public static class LibreOffice
{
    /// <summary>A workbook as LibreOffice saves it again.</summary>
    public static async Task<byte[]> SavedAgainAsync(byte[] workbook)
    {
        var folder = Directory.CreateTempSubdirectory("libreoffice-");
        try
        {
            var source = Path.Combine(folder.FullName, "book.xlsx");
            await File.WriteAllBytesAsync(source, workbook);
            return await ConvertedAsync(source, "xlsx");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary><paramref name="source"/> as LibreOffice saves it in <paramref name="format"/>, such as "xlsx" or "pdf".</summary>
    public static async Task<byte[]> ConvertedAsync(string source, string format) => (await ConvertedAsync([source], format))[0];

    /// <summary>Files of one folder, converted in one go.</summary>
    public static async Task<IReadOnlyList<byte[]>> ConvertedAsync(IReadOnlyList<string> sources, string format)
    {
        var soffice = FactWhenAttribute.Find("soffice");
        Assert.True(soffice is not null, "The program 'soffice' is not on the PATH: install libreoffice-calc-nogui and libreoffice-writer-nogui.");
        var folder = Path.GetDirectoryName(sources[0])!;
        var target = Directory.CreateDirectory(Path.Combine(folder, "converted")).FullName;
        // A profile of its own: two runs at once would otherwise wait for each other's lock and give up.
        var start = new ProcessStartInfo(soffice)
        {
            ArgumentList = { $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", format, "--outdir", target },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var source in sources)
            start.ArgumentList.Add(source);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = await process.StandardOutput.ReadToEndAsync(patience.Token) + await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        var files = sources.Select(source => Path.Combine(target, Path.ChangeExtension(Path.GetFileName(source), format.Split(':')[0]))).ToList();
        Assert.All(files, file => Assert.True(File.Exists(file), $"LibreOffice made no {file}: {said}"));
        return await Task.WhenAll(files.Select(file => File.ReadAllBytesAsync(file, patience.Token)));
    }
}
