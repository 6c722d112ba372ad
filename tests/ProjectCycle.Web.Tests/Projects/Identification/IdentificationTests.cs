using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Identification;
using ProjectCycle.Testing;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Projects.Identification;

/// <summary>The pages of identification: filled in, read, exported and imported.</summary>
public sealed partial class IdentificationTests(Office office) : IClassFixture<Office>
{
    private static readonly (string, string)[] Waste =
    [
        ("Input.Kind", "Need"), ("Input.Sector", "Waste"), ("Input.Subject", "Sorting plant"), ("Input.Priority", "1"), ("Input.EvidenceFigure", "800 t a day"),
        ("Input.EvidenceYear", "2022"), ("Input.EvidenceSource", "BPS"), ("Input.Sought", "Technology"), ("Input.Sought", "Funds"), ("Input.ResponsibleOffice", "DLH"), ("Version", "0"),
    ];

    [Fact]
    public async Task NeedMap_WhenEmptyFilledAndRemoved_SaysEachInItsTurn()
    {
        await office.RegisterAsync("MAP-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var empty = await staff.GetAsync("/projects/MAP-1/work/need-map");

        var added = await staff.SubmitAsync("/projects/MAP-1/work/need-map/new", Waste);
        var list = await staff.GetAsync("/projects/MAP-1/work/need-map");
        var id = await office.ReadAsync(db => db.NeedMapEntries.Where(e => db.Projects.Any(p => p.Id == e.ProjectId && p.Code == "MAP-1")).Select(e => e.Id).SingleAsync());
        var form = await staff.GetAsync($"/projects/MAP-1/work/need-map/{id}");
        var removed = await staff.SubmitAsync($"/projects/MAP-1/work/need-map/{id}", $"/projects/MAP-1/work/need-map/{id}?handler=Remove", ("Version", "0"));

        Assert.Contains("The map is empty", empty.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/MAP-1/work/need-map", added.Location);
        Assert.Contains("800 t a day (2022)", list.Text, StringComparison.Ordinal);
        Assert.Contains("Technology, Funds", list.Text, StringComparison.Ordinal);
        Assert.Contains("""value="Funds" checked="checked""", form.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/MAP-1/work/need-map", removed.Location);
        Assert.Contains("The map is empty", (await staff.GetAsync("/projects/MAP-1/work/need-map")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/projects/MAP-1/work/need-map/{id}")).Status);
    }

    [Fact]
    public async Task NeedMapRow_WhenFaultyOrTooLate_KeepsWhatWasTypedAndSaysWhy()
    {
        await office.RegisterAsync("MAP-2");
        var staff = await office.BrowserAsync(Role.Staff);
        (string, string)[] faulty = [("Input.Kind", "Potential"), ("Input.Subject", "Kept subject"), ("Input.EvidenceYear", "20x"), ("Input.Sought", "Market"), ("Input.Priority", "4"), ("Version", "0")];
        var unread = await staff.SubmitAsync("/projects/MAP-2/work/need-map/new", faulty);
        var refused = await staff.SubmitAsync("/projects/MAP-2/work/need-map/new", [.. faulty.Where(pair => pair.Item1 != "Input.EvidenceYear"), ("Input.EvidenceYear", "1900")]);
        await staff.SubmitAsync("/projects/MAP-2/work/need-map/new", Waste);
        var id = await office.ReadAsync(db => db.NeedMapEntries.Where(e => e.Subject == "Sorting plant" && db.Projects.Any(p => p.Id == e.ProjectId && p.Code == "MAP-2")).Select(e => e.Id).SingleAsync());
        await staff.SubmitAsync($"/projects/MAP-2/work/need-map/{id}", [.. Waste.Where(pair => pair.Item1 != "Input.Sector"), ("Input.Sector", "First")]);
        var stale = await staff.SubmitAsync($"/projects/MAP-2/work/need-map/{id}", [.. Waste.Where(pair => pair.Item1 != "Input.Sector"), ("Input.Sector", "Second")]);

        Assert.Contains("value=\"20x\"", unread.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept subject\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("It must lie between 1945 and 2100.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("""value="Market" checked="checked""", refused.Text, StringComparison.Ordinal);
        Assert.Contains("after you opened this page", stale.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Second\"", stale.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "need-map")]
    [InlineData("id", "peta-kebutuhan")]
    public async Task NeedMap_WhenExportedAndImportedElsewhere_IsTheSameThere(string language, string name)
    {
        var (from, to) = ($"EXP-{language}", $"IMP-{language}");
        await office.RegisterAsync(from);
        await office.RegisterAsync(to);
        foreach (var kind in Enum.GetValues<MapKind>())
            _ = (await office.AsAsync<SaveNeedMapEntry, Outcome<Guid>>(Role.Staff, office.Unit, save => save.AddAsync(from, WorkSamples.MapRow(kind) with { Problem = "Satu\r\ndua" }, default))).Value;
        var staff = await office.BrowserAsync(Role.Staff, language);
        var (file, bytes) = await FileAsync(staff, from);

        // In the other map these numbers are not there: as new rows they have none.
        var unknown = await staff.UploadAsync($"/projects/{to}/work/need-map/import", "file", "map.xlsx", bytes);
        var same = await staff.UploadAsync($"/projects/{from}/work/need-map/import", "file", "map.xlsx", bytes);

        Assert.Equal($"{from}-{name}.xlsx", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(2, UnknownNumbers().Count(unknown.Text));
        Assert.DoesNotContain("name=\"note\"", unknown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"note\"", same.Text, StringComparison.Ordinal); // nothing would change
        Assert.Contains(language == "en" ? "Says the same as row no. 1" : "Sama dengan baris no. 1", same.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAChangedWorkbook_NamesTheEffectAndThenTakesIt()
    {
        await office.RegisterAsync("IMP-1");
        await office.RegisterAsync("IMP-2");
        var id = (await office.AsAsync<SaveNeedMapEntry, Outcome<Guid>>(Role.Staff, office.Unit, save => save.AddAsync("IMP-1", WorkSamples.MapRow(), default))).Value;
        var staff = await office.BrowserAsync(Role.Staff);
        var (_, bytes) = await FileAsync(staff, "IMP-1");
        await office.AsAsync<SaveNeedMapEntry, Outcome<Done>>(Role.Staff, office.Unit, save => save.ChangeAsync(id, WorkSamples.MapRow() with { Sector = "Energi" }, 0, default));

        var check = await staff.UploadAsync("/projects/IMP-1/work/need-map/import", "file", "map.xlsx", bytes);
        var note = Note().Match(check.Text).Groups["note"].Value;
        var forged = await staff.SubmitAsync("/projects/IMP-1/work/need-map/import", "/projects/IMP-1/work/need-map/import?handler=Import", ("note", note + "x"));
        var elsewhere = await staff.SubmitAsync("/projects/IMP-2/work/need-map/import", "/projects/IMP-2/work/need-map/import?handler=Import", ("note", note));
        var imported = await staff.SubmitAsync("/projects/IMP-1/work/need-map/import", "/projects/IMP-1/work/need-map/import?handler=Import", ("note", note));
        var again = await staff.SubmitAsync("/projects/IMP-1/work/need-map/import", "/projects/IMP-1/work/need-map/import?handler=Import", ("note", note));

        Assert.Contains("Changes row no. 1: Sector", check.Text, StringComparison.Ordinal);
        Assert.Contains("Import one row", check.Text, StringComparison.Ordinal);
        Assert.Contains("The check of this file is too old.", forged.Text, StringComparison.Ordinal);
        Assert.Contains("The check of this file is too old.", elsewhere.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/IMP-1/work/need-map", imported.Location);
        Assert.Contains("Somebody else changed the map in the meantime", again.Text, StringComparison.Ordinal);
        Assert.Equal("Persampahan", await office.ReadAsync(db => db.NeedMapEntries.Where(e => e.Id == id).Select(e => e.Sector).SingleAsync()));
    }

    [Fact]
    public async Task Import_OfWhatIsNoWorkbook_IsRefusedInWords()
    {
        await office.RegisterAsync("IMP-3");
        var staff = await office.BrowserAsync(Role.Staff);

        var none = await staff.SubmitAsync("/projects/IMP-3/work/need-map/import");
        var text = await staff.UploadAsync("/projects/IMP-3/work/need-map/import", "file", "map.xlsx", "No,Sector"u8.ToArray());
        var large = await staff.UploadAsync("/projects/IMP-3/work/need-map/import", "file", "map.xlsx", new byte[NeedMapUpload.MaxSize + 1]);

        Assert.Contains("Please fill this in.", none.Text, StringComparison.Ordinal);
        Assert.Contains("Accepted: .xlsx", text.Text, StringComparison.Ordinal);
        Assert.Contains("at most 5 MB", large.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alignment_WhenFilledIn_ShowsThePassageAndWhatIsStillAsked()
    {
        await office.RegisterAsync("ALN-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var empty = await staff.GetAsync("/projects/ALN-1/work/alignment");

        var refused = await staff.SubmitAsync("/projects/ALN-1/work/alignment/new", ("Input.Plan", "Rpjmd"), ("Input.Reference", "Mission 3"), ("Input.Fit", "Direct"), ("Version", "0"));
        var added = await staff.SubmitAsync("/projects/ALN-1/work/alignment/new", ("Input.Plan", "Rpjmd"), ("Input.Reference", "Mission 3"), ("Input.Fit", "Direct"), ("Input.Serves", "A landfill"), ("Version", "0"));
        var list = await staff.GetAsync("/projects/ALN-1/work/alignment");

        Assert.Contains("No plan has been compared yet", empty.Text, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Mission 3\"", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/ALN-1/work/alignment", added.Location);
        Assert.Contains("A landfill", list.Text, StringComparison.Ordinal);
        Assert.Single(list.Text.Split("bi-check-circle-fill light-ok").Skip(1));
    }

    [Fact]
    public async Task Requirements_WhenAnswered_AreCountedAndReadWithoutAForm()
    {
        await office.RegisterAsync("REQ-1", d => d with { AgreementId = office.Agreement.Id });
        var staff = await office.BrowserAsync(Role.Staff);
        var points = RequirementLists.Usual.Points;
        (string, string)[] Answers(string note) =>
            [.. points.SelectMany((point, i) => new[] { ($"points[{i}].PointCode", point.Code), ($"points[{i}].Answer", i == 0 ? "NotMet" : "Met"), ($"points[{i}].Note", i == 0 ? note : ""), ($"points[{i}].Version", "0") })];

        var refused = await staff.SubmitAsync("/projects/REQ-1/work/requirements", Answers(new string('x', 1001)));
        var saved = await staff.SubmitAsync("/projects/REQ-1/work/requirements", Answers("No embassy"));
        var page = await staff.GetAsync("/projects/REQ-1/work/requirements");
        var stale = await staff.SubmitAsync("/projects/REQ-1/work/requirements", Answers("Late").Select(pair => pair.Item1.EndsWith("Version", StringComparison.Ordinal) ? (pair.Item1, "7") : pair).ToArray());
        var observer = await (await office.BrowserAsync(Role.Observer)).GetAsync("/projects/REQ-1/work/requirements");
        await staff.SubmitAsync("/projects/REQ-1/work/requirements", "/projects/REQ-1/work/requirements?handler=Choose", ("list", "permendagri-3-2008"));

        Assert.Contains("At most 1,000 characters; this has 1,001.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/REQ-1/work/requirements", saved.Location);
        Assert.Contains("8 of 9 met", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"No embassy\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("after you opened this page", stale.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Late\"", stale.Text, StringComparison.Ordinal);
        Assert.Contains("No embassy", observer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("points[0]", observer.Text, StringComparison.Ordinal);
        Assert.Contains("Permendagri 3/2008", (await staff.GetAsync("/projects/REQ-1/work/requirements")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConceptNote_WhenWritten_IsReadSectionBySection()
    {
        await office.RegisterAsync("NOT-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var empty = await staff.GetAsync("/projects/NOT-1/work/concept-note");

        var refused = await staff.SubmitAsync("/projects/NOT-1/work/concept-note/new", ("Version", "0"));
        var written = await staff.SubmitAsync("/projects/NOT-1/work/concept-note/new", ("Input.Problem", "Waste <is> burnt"), ("Input.Objective", "A landfill"), ("Version", "0"));
        var twice = await staff.SubmitAsync("/projects/NOT-1/work/concept-note/new", ("Input.Problem", "Kept text"), ("Version", "0"));
        var page = await staff.GetAsync("/projects/NOT-1/work/concept-note");

        Assert.Contains("There is no concept note yet", empty.Text, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/NOT-1/work/concept-note", written.Location);
        Assert.Contains("Somebody else has begun the concept note.", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Kept text", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Waste <is> burnt", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, StillToBeWritten().Count(page.Text)); // partner, results, next steps
    }

    [Theory]
    [InlineData("need-map/new")]
    [InlineData("need-map/import")]
    [InlineData("alignment/new")]
    [InlineData("concept-note/new")]
    public async Task Forms_OfTheWork_AreNotForReviewers(string path)
    {
        var code = await office.RegisterAsync($"RDR-{path.Length}");

        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.BrowserAsync(Role.Reviewer)).GetAsync($"/projects/{code}/work/{path}")).Status);
    }

    /// <summary>Faults are worded by the name of their column and their code, which no page spells out.</summary>
    [Fact]
    public void Columns_AndTheFaultsOfTheirCells_AreWorded()
    {
        string[] faults = ["cell-error", "formula-without-result", "bad-whole-number", "not-in-list"];

        Assert.DoesNotContain(NeedMapColumns.All.SelectMany(field => new[] { $"need-map.{field}", $"need-map.accepted.{field}" }).Concat(faults.Select(fault => $"refusal.{fault}")), key => !Texts.Has(key));
    }

    private static async Task<(HttpResponseMessage Message, byte[] Bytes)> FileAsync(Browser browser, string code)
    {
        var answer = await browser.GetAsync($"/projects/{code}/work/need-map/file");
        return (answer.Message, await answer.Message.Content.ReadAsByteArrayAsync());
    }

    [GeneratedRegex("name=\"note\" value=\"(?<note>[^\"]+)\"")]
    private static partial Regex Note();

    [GeneratedRegex("The map has no row with this number|Peta tidak memiliki baris dengan nomor ini")]
    private static partial Regex UnknownNumbers();

    [GeneratedRegex("Still to be written")]
    private static partial Regex StillToBeWritten();
}
