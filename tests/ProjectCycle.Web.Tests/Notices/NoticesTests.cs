using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Notices;

public sealed class NoticesTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    [Theory]
    [InlineData("en", "Budi moved JMB-1 Waste management to Appraisal", "Budi asks for a decision on JMB-1 Waste management (Council)", "Decision on JMB-1 Waste management: Returned (Council), recorded by Budi",
        "report.xlsx is ready to fetch", "12 deadlines need your attention, 3 of them overdue", "1 deadline needs your attention")]
    [InlineData("id", "Budi memindahkan JMB-1 Pengelolaan sampah ke tahap Penilaian", "Budi meminta keputusan atas JMB-1 Pengelolaan sampah (DPRD)",
        "Keputusan atas JMB-1 Pengelolaan sampah: Dikembalikan (DPRD), dicatat oleh Budi", "report.xlsx siap diunduh", "12 tenggat perlu perhatian Anda, 3 di antaranya terlambat", "1 tenggat perlu perhatian Anda")]
    public async Task List_ForEachReader_SpeaksTheirLanguage(string language, params string[] sentences)
    {
        var (browser, user) = await office.PersonAsync(Role.Staff);
        var project = await office.Program.ReadAsync(db => db.Projects.Select(p => p.Id).SingleAsync());
        var council = new LocalText("Council", "DPRD");
        await AddAsync(
            user.Id,
            new Notice { Kind = NoticeKind.ProjectMoved, ProjectId = project, Title = new LocalText("Appraisal", "Penilaian"), By = "Budi", Path = "/a" },
            new Notice { Kind = NoticeKind.DecisionRequested, ProjectId = project, Title = council, By = "Budi", Path = "/a" },
            new Notice { Kind = NoticeKind.DecisionRecorded, ProjectId = project, Title = council, By = "Budi", Outcome = DecisionOutcome.Returned, Path = "/a" },
            new Notice { Kind = NoticeKind.ReportReady, Title = new LocalText("report.xlsx", "report.xlsx"), Path = "/a" },
            new Notice { Kind = NoticeKind.Reminders, Count = 12, Late = 3, Path = "/a" },
            new Notice { Kind = NoticeKind.Reminders, Count = 1, Path = "/a" });
        await browser.SubmitAsync("/", "/account/preferences?handler=Language", ("language", language));

        var page = await browser.GetAsync("/notices");

        Assert.All(sentences, sentence => Assert.Contains($">{sentence}</a>", page.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "1")]
    [InlineData(99, "99")]
    [InlineData(100, "99+")]
    public async Task Bell_OnEveryPage_CountsWhatIsUnread(int unread, string? count)
    {
        var (browser, user) = await office.PersonAsync(Role.Staff);
        await AddAsync(user.Id, [.. Enumerable.Range(0, unread).Select(_ => Report("/reports"))]);

        foreach (var path in new[] { "/", "/projects", "/notices" })
        {
            var page = await browser.GetAsync(path);
            if (count is null)
                Assert.DoesNotContain("bell-count", page.Text, StringComparison.Ordinal);
            else
                Assert.Contains($"""<span class="bell-count" aria-hidden="true">{count}</span>""", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Open_WhenFollowed_MarksItAndGoesWhereItLeads()
    {
        var (browser, user) = await office.PersonAsync(Role.Staff);
        var (other, _) = await office.PersonAsync(Role.Staff);
        var notice = Report("/projects/JMB-1/cycle");
        await AddAsync(user.Id, notice);
        Assert.Contains($"/notices/{notice.Id}", (await browser.GetAsync("/notices?unread=true")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/notices/{notice.Id}")).Status);
        Assert.Equal("/projects/JMB-1/cycle", (await browser.GetAsync($"/notices/{notice.Id}")).Location);

        Assert.DoesNotContain($"/notices/{notice.Id}", (await browser.GetAsync("/notices?unread=true")).Text, StringComparison.Ordinal);
        Assert.Contains($"/notices/{notice.Id}", (await browser.GetAsync("/notices")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/notices/{Guid.NewGuid()}")).Status);
    }

    [Theory]
    [InlineData("//evil.test/a")]
    [InlineData("/\\evil.test")]
    [InlineData("https://evil.test")]
    public async Task Open_OfAPathThatLeadsAway_StaysHere(string path)
    {
        var (browser, user) = await office.PersonAsync(Role.Staff);
        var notice = Report(path);
        await AddAsync(user.Id, notice);

        Assert.Equal("/notices", (await browser.GetAsync($"/notices/{notice.Id}")).Location);
    }

    [Fact]
    public async Task ReadAll_WhenPressed_MarksWhatWasThere()
    {
        var (browser, user) = await office.PersonAsync(Role.Staff);
        await AddAsync(user.Id, Report("/reports"), Report("/reports"));
        var late = Report("/reports").AddressTo(user.Id, FakeClock.Start.AddMinutes(1));
        await office.Program.WriteAsync(late);
        var page = await browser.GetAsync("/notices?unread=true");
        var until = System.Text.RegularExpressions.Regex.Match(page.Text, "name=\"until\" value=\"([^\"]+)\"").Groups[1].Value;

        var answer = await browser.SubmitAsync("/notices?unread=true", "/notices?unread=true&handler=ReadAll", ("until", until));

        Assert.Equal("/notices?unread=true", answer.Location);
        Assert.Contains("2 notices are marked as read.", (await browser.GetAsync("/notices")).Text, StringComparison.Ordinal);
        Assert.Equal([late.Id], await office.Program.ReadAsync(db => db.Notices.Where(n => n.PersonId == user.Id && n.ReadAt == null).Select(n => n.Id).ToListAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync("/notices", "/notices?handler=ReadAll", ("until", "yesterday"))).Status);
    }

    private static Notice Report(string path) => new() { Kind = NoticeKind.ReportReady, Title = new LocalText("a.xlsx", "a.xlsx"), Path = path };

    private Task AddAsync(Guid person, params Notice[] notices) =>
        office.Program.WriteAsync([.. notices.Select(notice => notice.AddressTo(person, FakeClock.Start))]);
}
