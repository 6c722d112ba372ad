using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Tests.Projects;

public sealed class ProjectObstacleTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Add_WhenSomethingIsMissing_KeepsWhatWasTypedAndSaysWhy()
    {
        await office.RegisterAsync("OBA-1");
        var staff = await office.BrowserAsync(Role.Staff);

        var refused = await staff.SubmitAsync("/projects/OBA-1/obstacles", "/projects/OBA-1/obstacles?handler=Add",
            ("Obstacle.Code", ""), ("Obstacle.Cause", "Kept cause"), ("Obstacle.Party", "Partner"), ("Obstacle.StartedOn", "2026-03-05"), ("Obstacle.Severity", "4"));

        Assert.Contains("Kept cause</textarea>", refused.Text, StringComparison.Ordinal);
        Assert.Contains("""<option value="Partner" selected>""", refused.Text, StringComparison.Ordinal);
        Assert.Contains("""<option value="4" selected>""", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("This date has not come yet.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Obstacle_WhenAddedAndEnded_IsSeenOnTabOverviewReportAndHistory()
    {
        await office.RegisterAsync("OBS-A", d => d with { Partners = [(office.Partner.Id, PartnerRole.Funding)] });
        var staff = await office.BrowserAsync(Role.Staff);
        await staff.SubmitAsync("/projects/OBS-A/obstacles", "/projects/OBS-A/obstacles?handler=Add",
            ("Obstacle.Code", "O8.1"), ("Obstacle.Cause", "Land in dispute"), ("Obstacle.Party", "ThirdParty"), ("Obstacle.StartedOn", "2026-02-02"), ("Obstacle.Severity", "4"));
        var overview = await staff.GetAsync("/projects/OBS-A");
        var report = await staff.GetAsync("/obstacles?code=O8");
        var open = await office.ReadAsync(db => db.Obstacles.SingleAsync(o => o.Cause == "Land in dispute"));

        var early = await staff.SubmitAsync("/projects/OBS-A/obstacles", "/projects/OBS-A/obstacles?handler=End",
            ("Obstacle.Id", $"{open.Id}"), ("Obstacle.Version", "0"), ("Obstacle.EndedOn", "2026-02-01"), ("Obstacle.Ending", "Court ruled"));
        var done = await staff.SubmitAsync("/projects/OBS-A/obstacles", "/projects/OBS-A/obstacles?handler=End",
            ("Obstacle.Id", $"{open.Id}"), ("Obstacle.Version", "0"), ("Obstacle.EndedOn", "2026-03-01"), ("Obstacle.Ending", "Court ruled"));
        var tab = await staff.GetAsync("/projects/OBS-A/obstacles");
        var auditor = await (await office.BrowserAsync(Role.Auditor)).GetAsync("/projects/OBS-A/history");

        Assert.Contains("O8.1 Land not ready", overview.Text, StringComparison.Ordinal);
        Assert.Contains("30 days lost", overview.Text, StringComparison.Ordinal);
        Assert.Contains("Land in dispute", report.Text, StringComparison.Ordinal);
        Assert.Contains("/obstacles?open=true&code=O8.1#rows", report.Text, StringComparison.Ordinal);
        Assert.Contains("It cannot end before it began, on 2 Feb 2026.", early.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Court ruled\"", early.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/OBS-A/obstacles", done.Location);
        Assert.Contains("27 days lost", tab.Text, StringComparison.Ordinal);
        Assert.Contains("How it ended: Court ruled", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Contractor or third party", auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_WithObstacleAndParty_EntersItAndTheFormKeepsThePartyWhenRefused()
    {
        await office.RegisterAsync("OBH-1");
        var manager = await office.BrowserAsync(Role.Manager);
        (string, string)[] move = [("Move.Kind", "Hold"), ("Move.From", "identification"), ("Move.Version", "0"), ("Move.ObstacleCode", "O4.2"), ("Move.Party", "CentralGovernment")];

        var refused = await manager.SubmitAsync("/projects/OBH-1/cycle", "/projects/OBH-1/cycle?handler=Move", [.. move, ("Move.Reason", "")]);
        await manager.SubmitAsync("/projects/OBH-1/cycle", "/projects/OBH-1/cycle?handler=Move", [.. move, ("Move.Reason", "Budget line struck")]);

        Assert.Contains("""<option value="CentralGovernment" selected>""", refused.Text, StringComparison.Ordinal);
        var opened = await office.ReadAsync(db => db.Obstacles.SingleAsync(o => o.Cause == "Budget line struck"));
        Assert.Equal(("O4.2", ObstacleParty.CentralGovernment, StateCodes.Identification), (opened.Code, opened.Party, opened.StageCode));
    }

    [Fact]
    public async Task StallWatch_WhenAProjectIsDormant_SaysItOnOverviewAndInTheFilteredListInBothLanguages()
    {
        var stages = StateCodes.Stages.Take(5).Select(stage => new StageEntry(stage, new DateOnly(2025, 8, 1))).ToArray();
        await office.RegisterAsync("STL-1", d => d with { Dates = KeyDates.Unknown with { SignedOn = new DateOnly(2025, 7, 1) } }, history: stages);
        var manager = await office.BrowserAsync(Role.Manager);
        var orang = await office.BrowserAsync(Role.Manager, "id");

        var list = await manager.GetAsync("/projects?flag=Dormant");

        Assert.Contains("STL-1", list.Text, StringComparison.Ordinal);
        Assert.Contains("Stall watch: Dormant", list.Text, StringComparison.Ordinal);
        const string sentence = "Dormant: signed on 1 Jul 2025, last activity on 1 Aug 2025, 215 days ago; 6 months are the limit.";
        Assert.Contains(sentence, list.Text, StringComparison.Ordinal);
        var overview = (await manager.GetAsync("/projects/STL-1")).Text;
        Assert.Contains(sentence, overview, StringComparison.Ordinal);
        Assert.Contains("215 days in this stage. Too few cases to compare with: 0 completed stays.", overview, StringComparison.Ordinal);
        Assert.Contains("Tidak aktif: ditandatangani 1 Jul 2025, kegiatan terakhir 1 Agu 2025, 215 hari lalu; batasnya 6 bulan.", (await orang.GetAsync("/projects/STL-1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("STL-1", (await manager.GetAsync("/projects?flag=NoLetterOfIntent")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ForAnObserver_ShowsOnlyTheirAgreement()
    {
        await office.RegisterAsync("OBV-1", d => d with { AgreementId = office.Agreement.Id });
        await office.RegisterAsync("OBV-2");
        var staff = await office.BrowserAsync(Role.Staff);
        foreach (var (code, cause) in new[] { ("OBV-1", "Seen by all"), ("OBV-2", "Not for the donor") })
        {
            await staff.SubmitAsync($"/projects/{code}/obstacles", $"/projects/{code}/obstacles?handler=Add",
                ("Obstacle.Code", "O9.2"), ("Obstacle.Cause", cause), ("Obstacle.StartedOn", "2026-02-02"), ("Obstacle.Severity", "2"));
        }

        var page = await (await office.BrowserAsync(Role.Observer)).GetAsync("/obstacles");

        Assert.Contains("Seen by all", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for the donor", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("OBV-2", page.Text, StringComparison.Ordinal);
    }
}
