using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Web.Tests.Projects;

public sealed class ProjectCycleTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Gate_WhenSomethingIsMissing_NamesItWithWhoCanSupplyItAndKeepsTheButtonShut()
    {
        await office.RegisterAsync("GAT-1");
        await office.PersonAsync(Role.Staff);
        var manager = await office.BrowserAsync(Role.Manager);

        var page = await manager.GetAsync("/projects/GAT-1/cycle");

        Assert.Contains("The concept note is attached.", page.Text, StringComparison.Ordinal);
        Assert.Contains("To be supplied by PMU staff: staff-en", page.Text, StringComparison.Ordinal);
        Assert.Contains("/projects/GAT-1/documents?kind=concept-note#attach", page.Text, StringComparison.Ordinal);
        Assert.Contains("/projects/GAT-1/edit#Input_RpjmdAlignment", page.Text, StringComparison.Ordinal);
        Assert.Contains("disabled aria-describedby=\"gate-why\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("conditions are still open.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Deadline starts:", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Advance\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advance_WhenTheGateIsOpen_MovesOnceAndTellsTheOtherWhoWasFirst()
    {
        await office.RegisterAsync("ADV-1");
        await office.SupplyAsync("ADV-1");
        var manager = await office.BrowserAsync(Role.Manager);
        var other = await office.BrowserAsync(Role.Manager, "id");
        var version = await VersionAsync("ADV-1");
        (string, string)[] move = [("Move.Kind", "Advance"), ("Move.From", "identification"), ("Move.Version", version)];

        Assert.Contains("value=\"Advance\"", (await manager.GetAsync("/projects/ADV-1/cycle")).Text, StringComparison.Ordinal);
        var first = await manager.SubmitAsync("/projects/ADV-1/cycle", "/projects/ADV-1/cycle?handler=Move", move);
        var second = await other.SubmitAsync("/projects/ADV-1/cycle", "/projects/ADV-1/cycle?handler=Move", move);

        Assert.Equal("/projects/ADV-1/cycle", first.Location);
        Assert.Contains("ADV-1 is now in: Preparation", (await manager.GetAsync("/projects/ADV-1/cycle")).Text, StringComparison.Ordinal);
        Assert.Contains("manager-en memindahkan proyek ini pada 4 Mar 2026", second.Text, StringComparison.Ordinal);
        Assert.Contains("Sekarang berada di: Persiapan", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.ReadAsync(db => db.StageMoves.CountAsync(m => m.To == "preparation" && m.ProjectId == db.Projects.Single(p => p.Code == "ADV-1").Id)));
    }

    [Fact]
    public async Task Advance_WhenTheGateIsShut_SaysWhatIsMissing()
    {
        await office.RegisterAsync("SHT-1");
        var manager = await office.BrowserAsync(Role.Manager);

        var answer = await manager.SubmitAsync("/projects/SHT-1/cycle", "/projects/SHT-1/cycle?handler=Move",
            ("Move.Kind", "Advance"), ("Move.From", "identification"), ("Move.Version", await VersionAsync("SHT-1")));

        Assert.Contains("Not yet: The concept note is attached.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drop_WithoutReasonAndObstacle_KeepsTheFormOpenAndSaysWhy()
    {
        await office.RegisterAsync("DRP-1");
        var manager = await office.BrowserAsync(Role.Manager);
        var version = await VersionAsync("DRP-1");

        var refused = await manager.SubmitAsync("/projects/DRP-1/cycle", "/projects/DRP-1/cycle?handler=Move",
            ("Move.Kind", "Drop"), ("Move.From", "identification"), ("Move.Version", version), ("Move.Reason", "Kept reason"), ("Move.ObstacleCode", ""));
        var done = await manager.SubmitAsync("/projects/DRP-1/cycle", "/projects/DRP-1/cycle?handler=Move",
            ("Move.Kind", "Drop"), ("Move.From", "identification"), ("Move.Version", version), ("Move.Reason", "Kept reason"), ("Move.ObstacleCode", "O2.3"));

        Assert.Contains("Kept reason</textarea>", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/DRP-1/cycle", done.Location);
        var history = await manager.GetAsync("/projects/DRP-1/history");
        Assert.Contains("Obstacle: O2.3 No shared focus", history.Text, StringComparison.Ordinal);
        Assert.Contains("Kept reason", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_ByARoleOfTheItem_CanBeTakenBack()
    {
        await office.RegisterAsync("CNF-1");
        var staff = await office.BrowserAsync(Role.Staff);

        await staff.SubmitAsync("/projects/CNF-1/cycle", "/projects/CNF-1/cycle?handler=Confirm", ("item", "cooperation-requirements"), ("confirmed", "true"), ("note", "Checked with the ministry"));
        var confirmed = await staff.GetAsync("/projects/CNF-1/cycle");
        await staff.SubmitAsync("/projects/CNF-1/cycle", "/projects/CNF-1/cycle?handler=Confirm", ("item", "cooperation-requirements"), ("confirmed", "false"));
        var withdrawn = await staff.GetAsync("/projects/CNF-1/cycle");

        Assert.Contains("Confirmed by staff-en, 4 Mar 2026 09:00 WIB: Checked with the ministry", confirmed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Checked with the ministry", withdrawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_InTheFuture_IsRefusedWithTheFormKept_ThenRecorded()
    {
        await office.RegisterAsync("DEC-1");
        var reviewer = await office.BrowserAsync(Role.Reviewer);
        (string, string)[] Decision(string on) =>
            [("Decision.AuthorityCode", "head-of-region"), ("Decision.Outcome", "Approved"), ("Decision.DecidedOn", on), ("Decision.LetterNumber", "12/SK/2026"), ("Decision.Reason", ""), ("Decision.DocumentId", "")];

        var refused = await reviewer.SubmitAsync("/projects/DEC-1/cycle", "/projects/DEC-1/cycle?handler=Decide", Decision("2026-03-05"));
        var done = await reviewer.SubmitAsync("/projects/DEC-1/cycle", "/projects/DEC-1/cycle?handler=Decide", Decision("2026-03-03"));

        Assert.Contains("This date has not come yet.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"12/SK/2026\"", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/DEC-1/cycle", done.Location);
        Assert.Contains("12/SK/2026", (await reviewer.GetAsync("/projects/DEC-1/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_ByARoleThatMayNot_IsRefused()
    {
        await office.RegisterAsync("DEC-2");
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.SubmitAsync("/projects/DEC-2/cycle", "/projects/DEC-2/cycle?handler=Decide",
            ("Decision.AuthorityCode", "head-of-region"), ("Decision.Outcome", "Approved"), ("Decision.DecidedOn", "2026-03-03"));

        Assert.Contains("Your role does not include this.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Decide", (await staff.GetAsync("/projects/DEC-2/cycle")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_AddedChangedMetAndReopened_ShowsEachStep()
    {
        await office.RegisterAsync("DLN-1");
        var staff = await office.BrowserAsync(Role.Staff);
        const string Page = "/projects/DLN-1/deadlines";

        var refused = await staff.SubmitAsync(Page, $"{Page}?handler=Add", ("Deadline.Title", "Send the report"), ("Deadline.DueOn", ""));
        await staff.SubmitAsync(Page, $"{Page}?handler=Add", ("Deadline.Title", "Send the report"), ("Deadline.DueOn", "2026-03-01"));
        var late = await staff.GetAsync(Page);
        var id = await office.ReadAsync(db => db.Deadlines.Where(d => d.RuleCode == null && d.ProjectId == db.Projects.Single(p => p.Code == "DLN-1").Id).Select(d => d.Id).SingleAsync());
        await staff.SubmitAsync(Page, $"{Page}?handler=Change", ("Deadline.Id", $"{id}"), ("Deadline.Version", "0"), ("Deadline.Title", "Send the final report"), ("Deadline.DueOn", "2026-03-08"));
        var stale = await staff.SubmitAsync(Page, $"{Page}?handler=Meet", ("Deadline.Id", $"{id}"), ("Deadline.Version", "0"), ("Deadline.Note", "sent"));
        await staff.SubmitAsync(Page, $"{Page}?handler=Meet", ("Deadline.Id", $"{id}"), ("Deadline.Version", "1"), ("Deadline.Note", "sent by mail"));
        var met = await staff.GetAsync(Page);

        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Send the report\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("3 days late", late.Text, StringComparison.Ordinal);
        Assert.Contains("staff-en saved a change on", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Met on 4 Mar 2026", met.Text, StringComparison.Ordinal);
        Assert.Contains("sent by mail", met.Text, StringComparison.Ordinal);
        Assert.Equal(Page, (await staff.SubmitAsync(Page, $"{Page}?handler=Reopen", ("Deadline.Id", $"{id}"), ("Deadline.Version", "2"))).Location);
    }

    [Fact]
    public async Task History_ForTheAuditor_TellsEveryChangeInWords()
    {
        await office.RegisterAsync("AUD-1");
        var staff = await office.BrowserAsync(Role.Staff);
        await staff.SubmitAsync("/projects/AUD-1/edit",
            ("Input.NameId", "Nama baru"), ("Input.NameEn", "Waste management"), ("Input.RegionCode", "15.71"), ("Input.Summary", "A sanitary landfill for the city."),
            ("Input.SignedOn", "2026-02-01"), ("Input.Amounts[0].Kind", "Agreement"), ("Input.Amounts[0].Amount", "1,250.50"), ("Input.Amounts[0].Currency", "EUR"), ("Input.Version", "0"));

        var auditor = await (await office.BrowserAsync(Role.Auditor)).GetAsync("/projects/AUD-1/history");
        var manager = await (await office.BrowserAsync(Role.Manager)).GetAsync("/projects/AUD-1/history");

        Assert.Contains("<del>Pengelolaan sampah</del>", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("<ins>Nama baru</ins>", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("<ins>1 Feb 2026</ins>", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("<ins>EUR\u00a01,250.50</ins>", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("Signing date", auditor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<ins>Nama baru</ins>", manager.Text, StringComparison.Ordinal);
    }

    private async Task<string> VersionAsync(string code) =>
        (await office.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Version).SingleAsync())).ToString(CultureInfo.InvariantCulture);
}
