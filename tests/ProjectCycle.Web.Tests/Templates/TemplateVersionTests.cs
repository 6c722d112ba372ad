using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Templates;

public sealed partial class TemplateVersionTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    [Fact]
    public async Task Upload_OfABrokenFile_TellsTheLineAndKeepsTheText()
    {
        var (browser, _) = await office.PersonAsync(Role.Administrator);
        var text = GenericEditions.Replaced(GenericEditions.Numbered(7), "kind: stage\n", "kind: stagee\n");
        var line = text.Split('\n').ToList().FindIndex(l => l.Contains("stagee", StringComparison.Ordinal)) + 1;

        var page = await browser.UploadAsync("/templates/upload?handler=Check", "Yaml", "mine.yaml", Encoding.UTF8.GetBytes(text));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("'stagee' is not a value of 'kind'", page.Text, StringComparison.Ordinal);
        Assert.Contains($"data-label=\"Line\">{line}<", page.Text, StringComparison.Ordinal);
        Assert.Contains("# The cycle of the cooperation module", page.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"FileName\" value=\"mine.yaml\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Publish", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfWhatIsNotText_SaysSo()
    {
        var (browser, _) = await office.PersonAsync(Role.Administrator);

        var page = await browser.UploadAsync("/templates/upload?handler=Check", "Yaml", "mine.yaml", [0xC3, 0x28, 0xFF]);

        Assert.Contains("The file is not UTF-8 text.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_OfATextThatWasNotTheOneChecked_AsksToLookAgain()
    {
        var (browser, _) = await office.PersonAsync(Role.Administrator);
        var text = OfDonor("asks-again");
        var seen = await CheckAsync(browser, text);

        var page = await browser.SubmitAsync("/templates/upload", "/templates/upload?handler=Publish", ("Text", text + "# more\n"), ("FileName", "a.yaml"), ("Checked", seen));

        Assert.Contains("The text was changed after it was checked.", page.Text, StringComparison.Ordinal);
        Assert.Contains("# more", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/templates/asks-again")).Status);
    }

    [Fact]
    public async Task Version_WhenPublishedComparedRetiredAndRestored_IsShownAsItStands()
    {
        var (browser, _) = await office.PersonAsync(Role.Administrator);
        await PublishAsync(browser, OfDonor("donor"));
        await PublishAsync(browser, GenericEditions.Replaced(OfDonor("donor"), "version: 1\n", "version: 2\n").Replace("expectedDays: 365 ", "expectedDays: 300 ", StringComparison.Ordinal));

        var compared = await browser.GetAsync("/templates/donor/compare?from=1&to=2");
        Assert.Contains("1 difference", compared.Text, StringComparison.Ordinal);
        Assert.Matches("""data-label="Version 1">365<[\s\S]*data-label="Version 2">300<""", compared.Text);
        Assert.Contains("Version 2", await CurrentAsync(browser), StringComparison.Ordinal);

        Assert.Equal("/templates/donor/2", (await browser.SubmitAsync("/templates/donor/2", "/templates/donor/2?handler=Retire")).Location);
        Assert.Contains("Version 1", await CurrentAsync(browser), StringComparison.Ordinal);

        await browser.SubmitAsync("/templates/donor/2", "/templates/donor/2?handler=Restore");
        Assert.Contains("Version 2", await CurrentAsync(browser), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync("/templates/donor/2", "/templates/donor/9?handler=Retire")).Status);
    }

    [Fact]
    public async Task Compare_WhenCutOffsOfTheMonitoringChanged_NamesThemInWords()
    {
        var (browser, _) = await office.PersonAsync(Role.Administrator);
        var text = OfDonor("stricter");
        await PublishAsync(browser, text);
        await PublishAsync(browser, GenericEditions.Replaced(text, "version: 1\n", "version: 2\n") + "\nmonitoring:\n  scheduleBy: ratio\n  ratioBehind: 62.5\n  varianceBehind: -20\n");

        var compared = await browser.GetAsync("/templates/stricter/compare?from=1&to=2");

        Assert.Contains("3 differences", compared.Text, StringComparison.Ordinal);
        Assert.Matches("""On schedule by[\s\S]*"Version 1">absorption less time \(Progres Varian\)<[\s\S]*"Version 2">absorption over time<""", compared.Text);
        Assert.Matches("""Progres Varian: behind from[\s\S]*"Version 1">-30<[\s\S]*"Version 2">-20<""", compared.Text);
        Assert.Matches("""Absorption over time: behind from[\s\S]*"Version 2">62\.5<""", compared.Text);
        Assert.Contains("Absorption over time: behind from, below at risk (%): 62.5", (await browser.GetAsync("/templates/stricter")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_WhenAVersionIsOut_IsToldPreviewedAndMoved()
    {
        var (administrator, _) = await office.PersonAsync(Role.Administrator);
        await PublishAsync(administrator, GenericEditions.Later());
        var (manager, _) = await office.PersonAsync(Role.Manager);
        var (staff, _) = await office.PersonAsync(Role.Staff);

        Assert.Contains("version 2 is out", (await manager.GetAsync("/projects/JMB-1")).Text, StringComparison.Ordinal);
        var preview = await manager.GetAsync("/projects/JMB-1/template");
        Assert.Matches("""id="missing"[\s\S]*The letter of intent is attached\.\s*<small class="badge-count">new""", preview.Text);
        Assert.Matches("""id="deadlines"[\s\S]*Will start[\s\S]*The partner answers""", preview.Text);
        Assert.DoesNotContain("Move to version", (await staff.GetAsync("/projects/JMB-1/template")).Text, StringComparison.Ordinal);

        var version = Version().Match(preview.Text).Groups["version"].Value;
        var refused = await manager.SubmitAsync("/projects/JMB-1/template", ("Input.To", "2"), ("Input.Version", version), ("Input.Reason", ""));
        Assert.Contains("id=\"reason-error\"", refused.Text, StringComparison.Ordinal);
        var moved = await manager.SubmitAsync("/projects/JMB-1/template", ("Input.To", "2"), ("Input.Version", version), ("Input.Reason", "Rapat 9"));
        Assert.Equal("/projects/JMB-1/cycle", moved.Location);

        Assert.Contains("The letter of intent is attached.", (await manager.GetAsync("/projects/JMB-1/cycle")).Text, StringComparison.Ordinal);
        var history = await manager.GetAsync("/projects/JMB-1/history");
        Assert.Matches("""Template: version 1 → version 2[\s\S]*Rapat 9[\s\S]*Registered in""", history.Text);
        Assert.DoesNotContain("is out", (await manager.GetAsync("/projects/JMB-1")).Text, StringComparison.Ordinal);
        var (auditor, _) = await office.PersonAsync(Role.Auditor);
        Assert.Contains("Move to another template version", (await auditor.GetAsync("/projects/JMB-1/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_OfAVersion_IsWhatWasPublished()
    {
        var (browser, _) = await office.PersonAsync(Role.Observer);

        var file = await browser.GetAsync("/templates/generic/1?handler=Text");

        Assert.Equal("generic-1.yaml", file.Message.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(GenericEditions.First, file.Text);
    }

    private static string OfDonor(string id) => GenericEditions.Replaced(GenericEditions.First, "id: generic\n", $"id: {id}\n");

    private static async Task<string> CurrentAsync(Browser browser)
    {
        var page = await browser.GetAsync("/templates/donor");
        return Shown().Match(page.Text).Value;
    }

    /// <summary>Checks a text and answers what the page wants back with it.</summary>
    private static async Task<string> CheckAsync(Browser browser, string text)
    {
        var page = await browser.SubmitAsync("/templates/upload", "/templates/upload?handler=Check", ("Text", text), ("FileName", "a.yaml"));
        return Checked().Match(page.Text).Groups["hash"].Value;
    }

    private static async Task PublishAsync(Browser browser, string text)
    {
        var seen = await CheckAsync(browser, text);
        var published = await browser.SubmitAsync("/templates/upload", "/templates/upload?handler=Publish", ("Text", text.ReplaceLineEndings("\r\n")), ("FileName", "a.yaml"), ("Checked", seen));
        Assert.Equal(HttpStatusCode.Redirect, published.Status);
    }

    [GeneratedRegex("""name="Checked" value="(?<hash>[0-9a-f]+)""")]
    private static partial Regex Checked();

    [GeneratedRegex("""name="Input.Version" value="(?<version>[0-9]+)""")]
    private static partial Regex Version();

    [GeneratedRegex("""<dt>State</dt><dd>Version [0-9]+""")]
    private static partial Regex Shown();
}
