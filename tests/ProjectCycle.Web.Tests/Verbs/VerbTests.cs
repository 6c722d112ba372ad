using System.Text.RegularExpressions;

namespace ProjectCycle.Web.Tests.Verbs;

/// <summary>The command line as an operator types it: the real program in a process of its own, on SQLite.</summary>
public sealed partial class VerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("projectcycle-verbs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task CheckTemplates_WhenAllAreSound_ListsThemWithCounts()
    {
        var run = await RunAsync("check-templates");

        Assert.Equal(0, run.ExitCode);
        foreach (var id in new[] { "generic", "kfw" })
            Assert.Matches($@"(?m)^{id} version \d+: 6 stages, \d+ gates, \d+ conditions, \d+ deadlines", run.Output);
    }

    [Fact]
    public async Task CheckTemplates_WhenOneIsBroken_NamesFileLineAndReason()
    {
        var templates = BrokenTemplates();

        var run = await RunAsync("check-templates", "--folder", templates);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"generic\.yaml:\d+: there is no state 'nowhere'", run.Error);
    }

    [Fact]
    public async Task VerifyPack_OfAFileThatIsNone_SaysSoWithoutADatabase()
    {
        var file = Path.Combine(_folder.FullName, "pack.zip");
        await File.WriteAllTextAsync(file, "not a zip");

        var run = await RunAsync("verify-pack", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The file is not a ZIP, or is damaged.", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.FullName, "*.db", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Serve_WhenATemplateIsBroken_DoesNotStartAtAll()
    {
        var run = await RunAsync($"--ProjectCycle:TemplatesDirectory={BrokenTemplates()}");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"generic\.yaml:\d+: ", run.Error);
        Assert.DoesNotContain("Now listening", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_WhenRunTwice_SendsOnceAndADryRunNothing()
    {
        Assert.Equal(0, (await RunAsync("seed", "--projects", "5")).ExitCode);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var dry = await RunAsync("remind", "--as-of", today, "--dry-run");
        Assert.Empty(Mails());
        var first = await RunAsync("remind", "--as-of", today);
        var sent = Mails();
        var second = await RunAsync("remind", "--as-of", today);

        Assert.Equal([0, 0, 0], new[] { dry, first, second }.Select(run => run.ExitCode));
        Assert.NotEmpty(sent);
        Assert.Equal(sent, Mails());
        Assert.All(MailCounts().Matches(second.Output), match => Assert.Equal("0", match.Groups[1].Value));
        Assert.Equal(MailCounts().Matches(dry.Output).Sum(Count), MailCounts().Matches(first.Output).Sum(Count));
    }

    [Fact]
    public async Task Remind_WhenTheDateIsNone_SaysWhatItWants()
    {
        var run = await RunAsync("remind", "--as-of", "tomorrow");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("2026-11-22", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appraisal_OfAProject_WritesAWordFileAndOfAnUnknownOneSaysSo()
    {
        await RunAsync("seed", "--projects", "3");
        var file = Path.Combine(_folder.FullName, "appraisal.docx");

        var run = await RunAsync("appraisal", "B01-00000", "--out", file, "--language", "en");
        var unknown = await RunAsync("appraisal", "NO-SUCH", "--out", Path.Combine(_folder.FullName, "none.docx"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(file))[..2]);
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("There is no project NO-SUCH.", unknown.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "none.docx")));
    }

    [Fact]
    public async Task Seed_WhenTheDatabaseIsNotEmpty_AddsNothing()
    {
        await RunAsync("seed", "--projects", "3");

        var again = await RunAsync("seed", "--projects", "3");

        Assert.Equal(1, again.ExitCode);
        Assert.Contains("not empty", again.Error, StringComparison.Ordinal);
    }

    private static int Count(Match match) => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private List<string> Mails()
    {
        var folder = Path.Combine(_folder.FullName, "mail");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.eml").Order()] : [];
    }

    /// <summary>The program's own templates with one move that leads nowhere.</summary>
    private string BrokenTemplates()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "templates");
        var target = Path.Combine(_folder.FullName, "templates");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var generic = Path.Combine(target, "cycles", "generic.yaml");
        File.WriteAllText(generic, File.ReadAllText(generic).Replace("to: preparation", "to: nowhere", StringComparison.Ordinal));
        return target;
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => ProgramRun.OfAsync(_folder.FullName, arguments);

    [GeneratedRegex(@": (\d+) mails")]
    private static partial Regex MailCounts();
}
