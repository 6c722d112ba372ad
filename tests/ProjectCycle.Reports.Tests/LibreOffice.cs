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
    public static async Task<byte[]> ConvertedAsync(string source, string format)
    {
        var soffice = FactWhenAttribute.Find("soffice");
        Assert.True(soffice is not null, "The program 'soffice' is not on the PATH: install libreoffice-calc-nogui and libreoffice-writer-nogui.");
        var folder = Path.GetDirectoryName(source)!;
        var target = Directory.CreateDirectory(Path.Combine(folder, "converted")).FullName;
        // A profile of its own: two runs at once would otherwise wait for each other's lock and give up.
        using var process = Process.Start(new ProcessStartInfo(soffice)
        {
            ArgumentList = { $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", format, "--outdir", target, source },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = await process.StandardOutput.ReadToEndAsync(patience.Token) + await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        var file = Path.Combine(target, Path.ChangeExtension(Path.GetFileName(source), format.Split(':')[0]));
        Assert.True(File.Exists(file), $"LibreOffice made no {format} file: {said}");
        return await File.ReadAllBytesAsync(file, patience.Token);
    }
}
