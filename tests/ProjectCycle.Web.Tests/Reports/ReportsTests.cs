using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Documents;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Reports;

public sealed class ReportsTests(WebProgram program) : IClassFixture<WebProgram>
{
    [Fact]
    public async Task Make_WithAFilter_AsksForTheRowsOfThatFilter()
    {
        var (browser, user) = await program.SignedInAsync(Role.Staff);

        var answer = await browser.SubmitAsync("/reports", ("Input.State", "appraisal"), ("Input.Overdue", "true"));

        Assert.Equal("/reports", answer.Location);
        var run = await RunAsync(user.Id);
        Assert.Equal("?state=appraisal&overdue=true", run.Query);
        Assert.Equal(ReportState.Queued, run.State);
        Assert.True(await program.ReadAsync(db => db.Outbox.AnyAsync(m => m.SubjectId == run.Id)));
        Assert.Contains("every 2s", (await browser.GetAsync("/reports?handler=Runs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_WhateverTheFormSays_AsksForEverything()
    {
        var (browser, user) = await program.SignedInAsync(Role.Staff);

        await browser.SubmitAsync("/reports", "/reports?handler=Whole", ("Input.State", "appraisal"));

        Assert.Equal("", (await RunAsync(user.Id)).Query);
    }

    [Fact]
    public async Task File_OnceReady_IsAnAttachmentForItsAskerAlone()
    {
        var (browser, user) = await program.SignedInAsync(Role.Staff);
        var (other, _) = await program.SignedInAsync(Role.Manager, Role.Auditor, Role.Administrator);
        await browser.SubmitAsync("/reports", "/reports?handler=Whole");
        var run = await RunAsync(user.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/reports/{run.Id}/file")).Status);
        await ChangeAsync(run.Id, ReportState.Ready, await StoreAsync("content"));

        var file = await browser.GetAsync($"/reports/{run.Id}/file");

        Assert.Equal("content", file.Text);
        Assert.Equal("attachment", file.Message.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/reports/{run.Id}/file")).Status);
        Assert.DoesNotContain("every 2s", (await browser.GetAsync("/reports")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Again_AfterAFailure_AsksForTheSameRowsForItsAskerAlone()
    {
        var (browser, user) = await program.SignedInAsync(Role.Staff);
        var (other, _) = await program.SignedInAsync(Role.Staff);
        await browser.SubmitAsync("/reports", ("Input.State", "appraisal"));
        var run = await RunAsync(user.Id);
        await ChangeAsync(run.Id, ReportState.Failed, null);

        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync("/reports", "/reports?handler=Again", ("id", $"{run.Id}"))).Status);
        await browser.SubmitAsync("/reports", "/reports?handler=Again", ("id", $"{run.Id}"));

        Assert.Equal(["?state=appraisal", "?state=appraisal"], await program.ReadAsync(db => db.ReportRuns.Where(r => r.RequestedById == user.Id).Select(r => r.Query).ToListAsync()));
    }

    private Task<ReportRun> RunAsync(Guid userId) => program.ReadAsync(db => db.ReportRuns.AsNoTracking().SingleAsync(r => r.RequestedById == userId));

    private Task<string> StoreAsync(string content) => program.InScopeAsync(async services =>
        (await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), default)).Hash);

    private Task<int> ChangeAsync(Guid id, ReportState state, string? hash) => program.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var run = await db.ReportRuns.SingleAsync(r => r.Id == id);
        (run.State, run.FileHash, run.FileName, run.FileSize) = (state, hash, hash is null ? null : "portfolio.xlsx", 7);
        return await db.SaveChangesAsync();
    });
}
