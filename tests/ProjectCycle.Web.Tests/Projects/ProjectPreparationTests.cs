using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;

namespace ProjectCycle.Web.Tests.Projects;

public sealed class ProjectPreparationTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Study_WhenSavedWithAPoint_ShowsOnItsPageTheCardsAndTheOverview()
    {
        await office.RegisterAsync("STU-1");
        var staff = await office.BrowserAsync(Role.Staff);
        const string study = "/projects/STU-1/work/studies/environmental";

        var refused = await staff.SubmitAsync(study, ("Version", "-1"), ("Input.Scope", "Kept scope"), ("Input.Verdict", "Feasible"));
        var saved = await staff.SubmitAsync(study, ("Version", "-1"), ("Input.Findings", "Leachate"), ("Input.Verdict", "FeasibleWithConditions"), ("Input.FinishedOn", "2026-03-01"));
        var race = await staff.SubmitAsync(study, ("Version", "-1"), ("Input.Findings", "Typed late"), ("Input.Verdict", "NotYet"));
        var added = await staff.SubmitAsync($"{study}/new", ("Input.Text", "Monitor groundwater"), ("Input.DueOn", "2026-02-01"));
        var point = await office.ReadAsync(db => db.StudyPoints.Select(p => p.Id).SingleAsync());

        Assert.Contains("Kept scope</textarea>", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Equal((study, study), (saved.Location, added.Location));
        Assert.Contains("Typed late</textarea>", race.Text, StringComparison.Ordinal);
        Assert.Contains("""name="Version" value="0""", race.Text, StringComparison.Ordinal);
        var page = await staff.GetAsync(study);
        Assert.Contains("Monitor groundwater", page.Text, StringComparison.Ordinal);
        Assert.Contains("exclamation-octagon-fill", page.Text, StringComparison.Ordinal);
        var cards = await staff.GetAsync("/projects/STU-1/work/studies");
        Assert.Contains("Feasible with conditions", cards.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 6 studies", cards.Text, StringComparison.Ordinal);
        Assert.Contains("1 open point.", cards.Text, StringComparison.Ordinal);
        Assert.Contains("/work/studies", (await staff.GetAsync("/projects/STU-1/work")).Text, StringComparison.Ordinal);
        Assert.Contains("Open point of a study", (await (await office.BrowserAsync(Role.Auditor)).GetAsync("/projects/STU-1/history")).Text, StringComparison.Ordinal);

        await staff.SubmitAsync($"{study}/{point}", ("Version", "0"), ("Input.Text", "Monitor groundwater"), ("Input.ClosedOn", "2026-03-02"), ("Input.Closing", "Wells drilled"));
        Assert.Contains("Wells drilled", (await staff.GetAsync(study)).Text, StringComparison.Ordinal);
        Assert.Equal(study, (await staff.SubmitAsync($"{study}/{point}", $"{study}/{point}?handler=Remove", ("Version", "1"))).Location);
        Assert.DoesNotContain("Wells drilled", (await staff.GetAsync(study)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfWhatIsNotThere_AreNotFound()
    {
        await office.RegisterAsync("STU-2");
        var staff = await office.BrowserAsync(Role.Staff);

        foreach (var path in new[] { "studies/astrology", "studies/astrology/new", "studies/technical/0198d5a1-0000-7000-8000-000000000000", "readiness/moon" })
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/projects/STU-2/work/{path}")).Status);
    }

    [Fact]
    public async Task Criterion_WhenFinal_HasAButtonForAReviewerAndAReasonForAllOthers()
    {
        await office.RegisterAsync("RDY-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var reviewer = await office.BrowserAsync(Role.Reviewer);
        const string land = "/projects/RDY-1/work/readiness/land";
        Assert.Contains("Only what is final can be verified.", (await reviewer.GetAsync(land)).Text, StringComparison.Ordinal);

        var refused = await staff.SubmitAsync(land, ("Version", "-1"), ("Input.State", "NotApplicable"), ("Input.Note", "Kept note"));
        await staff.SubmitAsync(land, ("Version", "-1"), ("Input.State", "Final"), ("Input.DueOn", "2026-02-01"), ("Input.Note", "Plan signed"));
        var late = await staff.GetAsync("/projects/RDY-1/work/readiness");
        var seen = await reviewer.GetAsync(land);

        Assert.Contains("Kept note</textarea>", refused.Text, StringComparison.Ordinal);
        Assert.Contains("1 is overdue.", late.Text, StringComparison.Ordinal);
        Assert.Contains("a reviewer has to verify it", late.Text, StringComparison.Ordinal);
        Assert.Contains("A reviewer verifies it once it is final.", (await staff.GetAsync(land)).Text, StringComparison.Ordinal);
        Assert.Contains("Plan signed", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.State", seen.Text, StringComparison.Ordinal); // reads, does not edit
        Assert.Contains("handler=Verify", seen.Text, StringComparison.Ordinal);

        await reviewer.SubmitAsync(land, $"{land}?handler=Verify", ("version", "0"));
        var list = await staff.GetAsync("/projects/RDY-1/work/readiness");
        Assert.Contains("Verified by reviewer-en on 4 Mar 2026.", list.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 8 criteria", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is overdue", list.Text, StringComparison.Ordinal);
        Assert.Equal(ReadinessState.Verified, await office.ReadAsync(db => db.ReadinessMarks.Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task Readiness_InIndonesian_SaysTheSame()
    {
        await office.RegisterAsync("RDY-2");
        var page = await (await office.BrowserAsync(Role.Manager, "id")).GetAsync("/projects/RDY-2/work/readiness");

        Assert.Contains("0 dari 8 kriteria", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rencana pengadaan tanah dan pemukiman kembali", page.Text, StringComparison.Ordinal);
    }
}
