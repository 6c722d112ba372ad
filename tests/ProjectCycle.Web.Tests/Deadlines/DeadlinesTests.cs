using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Deadlines;

public sealed class DeadlinesTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    [Fact]
    public async Task Done_WhenPressed_MarksItAndComesBackToTheSameView()
    {
        var (browser, _) = await office.PersonAsync(Role.Staff);
        var deadline = await AddAsync();

        var answer = await browser.SubmitAsync(
            "/deadlines?show=open&mine=false", "/deadlines?show=open&mine=false&handler=Done",
            ("id", $"{deadline.Id}"), ("version", "0"));

        Assert.Equal("/deadlines?show=open&mine=false", answer.Location);
        Assert.Equal(new DateOnly(2026, 3, 4), await DoneOnAsync(deadline.Id));
        var undo = await browser.GetAsync(answer.Location!);
        Assert.Contains("handler=Reopen", undo.Text, StringComparison.Ordinal);

        var version = await office.Program.ReadAsync(db => db.Deadlines.Where(d => d.Id == deadline.Id).Select(d => d.Version).SingleAsync());
        await browser.SubmitAsync("/deadlines", $"/deadlines?handler=Reopen&id={deadline.Id}&version={version}");
        Assert.Null(await DoneOnAsync(deadline.Id));
    }

    [Fact]
    public async Task Done_AfterSomebodyElse_SaysWho()
    {
        var (first, _) = await office.PersonAsync(Role.Staff);
        var (second, _) = await office.PersonAsync(Role.Staff);
        (string, string)[] seen = [("id", $"{(await AddAsync()).Id}"), ("version", "0")];
        await first.SubmitAsync("/deadlines", "/deadlines?handler=Done", seen);

        await second.SubmitAsync("/deadlines", "/deadlines?handler=Done", seen);

        Assert.Contains("saved a change", (await second.GetAsync("/deadlines")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfReminderMails_OpensMyDeadlines()
    {
        var (browser, _) = await office.PersonAsync(Role.Staff);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(DeadlineLinks.Mine)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(DeadlineLinks.OfProject(FurnishedOffice.Code))).Status);
    }

    [Fact]
    public async Task List_ForStaffOfAnotherUnit_IsEmpty()
    {
        var (browser, _) = await office.Program.SignedInAsync(Role.Staff);

        Assert.DoesNotContain(FurnishedOffice.Code, (await browser.GetAsync("/deadlines?show=all")).Text, StringComparison.Ordinal);
    }

    private async Task<Deadline> AddAsync()
    {
        var project = await office.Program.ReadAsync(db => db.Projects.AsNoTracking().SingleAsync());
        var deadline = Samples.Deadline(project, new DateOnly(2026, 5, 1));
        await office.Program.WriteAsync(deadline);
        return deadline;
    }

    private Task<DateOnly?> DoneOnAsync(Guid id) =>
        office.Program.ReadAsync(db => db.Deadlines.Where(d => d.Id == id).Select(d => d.DoneOn).SingleAsync());
}
