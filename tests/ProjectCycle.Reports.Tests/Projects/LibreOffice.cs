using System.Diagnostics;

namespace ProjectCycle.Reports.Tests.Projects;

/// <summary>Lets LibreOffice open a workbook of ours and save it its own way.</summary>
internal static class LibreOffice
{
    /// <summary>The workbook as LibreOffice saves it.</summary>
    public static async Task<byte[]> SavedAgainAsync(byte[] workbook)
    {
        var folder = Directory.CreateTempSubdirectory("libreoffice-");
        try
        {
            var source = Path.Combine(folder.FullName, "book.xlsx");
            await File.WriteAllBytesAsync(source, workbook);
            return await ConvertedAsync(source, "xlsx", folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What LibreOffice makes of the file <paramref name="source"/>; it works in <paramref name="folder"/>.</summary>
    public static async Task<byte[]> ConvertedAsync(string source, string format, DirectoryInfo folder)
    {
        var soffice = FactWhenAttribute.Find("soffice");
        Assert.True(soffice is not null, "The program 'soffice' is not on the PATH: install libreoffice-calc-nogui.");
        var target = Directory.CreateDirectory(Path.Combine(folder.FullName, "converted")).FullName;
        // A profile of its own: two runs at once would otherwise wait for each other's lock and give up.
        using var process = Process.Start(new ProcessStartInfo(soffice)
        {
            ArgumentList = { $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to", format, "--outdir", target, source },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = await process.StandardOutput.ReadToEndAsync(patience.Token) + await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        var file = Path.Combine(target, Path.ChangeExtension(Path.GetFileName(source), format));
        Assert.True(File.Exists(file), $"LibreOffice made no {format} file: {said}");
        return await File.ReadAllBytesAsync(file, patience.Token);
    }
}
