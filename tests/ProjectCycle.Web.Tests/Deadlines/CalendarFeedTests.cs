using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Deadlines;

public sealed partial class CalendarFeedTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    private const string Awkward = "Müll, Wasser; \\ Straße\n🚮 und alles, was sonst noch in eine sehr lange Überschrift passt 🏗️🏗️🏗️🏗️🏗️🏗️";

    [FactWithIcalendar]
    public async Task Feed_ReadByAnotherProgram_HoldsTheRowsAsTheyStand()
    {
        var (browser, user) = await office.PersonAsync(Role.Staff);
        var project = await AddProjectAsync("CAL-1", user.Id);
        var open = Samples.Deadline(project, new DateOnly(2026, 3, 14));
        open.Title = new LocalText(Awkward, "");
        var done = Samples.Deadline(project, new DateOnly(2026, 3, 2));
        done.MarkDone(new DateOnly(2026, 3, 1), "");
        var cancelled = Samples.Deadline(project, new DateOnly(2026, 5, 2));
        cancelled.Cancel(FakeClock.Start.AddDays(-3));
        await office.Program.WriteAsync(open, done, cancelled);
        var rows = await office.Program.ReadAsync(db => db.Deadlines.AsNoTracking().Where(d => d.ProjectId == project.Id).OrderBy(d => d.DueOn).ToListAsync());

        var feed = await FetchAsync($"{await MakeAsync(browser)}?mine=true");
        var calendar = await OtherCalendar.ReadAsync(feed);

        Assert.Empty(calendar.Errors);
        Assert.Equal("My deadlines", calendar.Name);
        Assert.Equal(
            rows.Select(row => ($"{row.Id}@cycle.example.test", row.Version, $"{row.DueOn:yyyy-MM-dd}", $"{row.DueOn.AddDays(1):yyyy-MM-dd}")),
            calendar.Events.Select(e => (e.Uid, e.Sequence, e.Start, e.End)));
        Assert.Equal(["Done: CAL-1 Progress report", $"CAL-1 {Awkward}", "Cancelled: CAL-1 Progress report"], calendar.Events.Select(e => e.Summary));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], calendar.Events.Select(e => e.Status));
        Assert.Equal($"Waste management\nStage: Identification\nResponsible: {user.DisplayName}\nDays left (4 Mar 2026): 10", calendar.Events[1].Description);
        Assert.All(calendar.Events, e => Assert.Equal("https://cycle.example.test/projects/CAL-1/deadlines", e.Url));
        Assert.All(calendar.Events, e => Assert.Equal(("2026-03-04T02:00:00+00:00", "2026-03-04T02:00:00+00:00"), (e.Stamp, e.Modified)));
        Assert.Equal(["-162.0", "-18.0", "6.0"], calendar.Events[1].Alarms); // six in the morning, seven days and one day before, and on the day
        Assert.All(new[] { calendar.Events[0], calendar.Events[2] }, e => Assert.Empty(e.Alarms));
    }

    [FactWithIcalendar]
    public async Task Feed_AfterADeadlineMovesAndItsProjectIsDropped_RaisesTheSequenceAndCancels()
    {
        var (staff, _) = await office.PersonAsync(Role.Staff);
        var (_, manager) = await office.PersonAsync(Role.Manager);
        var project = await AddProjectAsync("CAL-2", null);
        var deadline = Samples.Deadline(project, new DateOnly(2026, 4, 14));
        await office.Program.WriteAsync(deadline);
        var address = await MakeAsync(staff);
        var before = await EventAsync(address, deadline.Id);

        await staff.SubmitAsync(
            "/projects/CAL-2/deadlines", "/projects/CAL-2/deadlines?handler=Change",
            ("Deadline.Id", $"{deadline.Id}"), ("Deadline.Version", $"{before.Sequence}"), ("Deadline.Title", "Moved"), ("Deadline.DueOn", "2026-04-20"));
        var moved = await EventAsync(address, deadline.Id);
        await DropAsync("CAL-2", manager);
        var cancelled = await EventAsync(address, deadline.Id);

        Assert.Equal(("CONFIRMED", "2026-04-14"), (before.Status, before.Start));
        Assert.Equal((before.Sequence + 1, "CONFIRMED", "2026-04-20"), (moved.Sequence, moved.Status, moved.Start));
        Assert.Equal((before.Sequence + 2, "CANCELLED"), (cancelled.Sequence, cancelled.Status));
    }

    [Fact]
    public async Task Address_OnceMade_IsShownOnceAndEndsWhenRevoked()
    {
        var (browser, _) = await office.PersonAsync(Role.Staff);

        var first = await MakeAsync(browser);
        Assert.DoesNotContain("/calendar/", (await browser.GetAsync("/deadlines/feed")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(first)).StatusCode);

        var second = await MakeAsync(browser);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(second)).StatusCode);

        await browser.SubmitAsync("/deadlines/feed", "/deadlines/feed?handler=Revoke");
        var revoked = await GetAsync(second);
        Assert.Equal(HttpStatusCode.NotFound, revoked.StatusCode);
        Assert.DoesNotContain(FurnishedOffice.Code, await revoked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Make an address", (await browser.GetAsync("/deadlines/feed")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/calendar/nobodys.ics")).StatusCode);
    }

    [Theory]
    [InlineData("left")]
    [InlineData("locked")]
    public async Task Address_OfSomebodyShutOut_IsNotFound(string why)
    {
        var (browser, user) = await office.PersonAsync(Role.Staff);
        var address = await MakeAsync(browser);

        await ChangeAsync(user.Id, person =>
        {
            person.IsActive = why != "left";
            person.LockoutEnd = why == "locked" ? DateTimeOffset.MaxValue : null;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Feed_AfterRightsAreTakenAway_HoldsNothingOfThem()
    {
        var foreign = Samples.Unit();
        await office.Program.WriteAsync(foreign);
        var project = await AddProjectAsync("FOREIGN-1", null, foreign);
        await office.Program.WriteAsync(Samples.Deadline(project, new DateOnly(2026, 3, 20)));
        var (browser, user) = await office.PersonAsync(Role.Staff);
        var address = await MakeAsync(browser);

        var mine = await TextAsync(address);
        Assert.Contains(FurnishedOffice.Code, mine, StringComparison.Ordinal);
        Assert.DoesNotContain("FOREIGN-1", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("FOREIGN-1", (await browser.GetAsync("/deadlines/calendar.ics")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/projects/FOREIGN-1/deadlines.ics")).Status);

        await ChangeAsync(user.Id, person => person.Units.Clear());
        Assert.DoesNotContain("VEVENT", await TextAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfAProject_IsItsDeadlinesAlone()
    {
        var (browser, _) = await office.PersonAsync(Role.Staff);
        var project = await AddProjectAsync("CAL-3", null);
        await office.Program.WriteAsync(Samples.Deadline(project, new DateOnly(2026, 3, 20)));

        var file = await browser.GetAsync("/projects/CAL-3/deadlines.ics");

        Assert.Equal("text/calendar", file.Message.Content.Headers.ContentType?.MediaType);
        Assert.Equal("deadlines-CAL-3.ics", file.Message.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("X-WR-CALNAME:Deadlines: CAL-3\r\n", file.Text, StringComparison.Ordinal);
        Assert.Single(Summary().Matches(file.Text));
        Assert.Contains("/projects/CAL-3/deadlines.ics", (await browser.GetAsync("/projects/CAL-3/deadlines")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_WhenNothingHasChanged_IsNotSentAgain()
    {
        var (browser, _) = await office.PersonAsync(Role.Staff);
        var address = await MakeAsync(browser);
        var first = await GetAsync(address);

        var again = await GetAsync(address, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        await office.Program.WriteAsync(Samples.Deadline(await AddProjectAsync("CAL-4", null), new DateOnly(2026, 3, 20)));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(address, first.Headers.ETag)).StatusCode);
    }

    [Fact]
    public async Task Feed_WhenOneAddressAsksTooOften_MustWait()
    {
        await using var program = new WebProgram { CalendarsPerMinute = 3 };
        await program.InitializeAsync();
        using var client = program.CreateClient();
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/calendar/guess-{i}.ics")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/calendar/guess-4.ics")).StatusCode);
    }

    /// <summary>Also where an operator asks the log for more: the address of a request would give the secret away.</summary>
    [Fact]
    public async Task Secret_WhateverIsAsked_StandsInNoLog()
    {
        await using var program = new WebProgram { CalendarsPerMinute = 4 };
        await program.InitializeAsync();
        using var log = new Collector();
        await using var logged = program.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Information)
            .AddProvider(log))));
        using var client = logged.CreateClient();

        for (var i = 0; i < 6; i++)
            await client.GetAsync("/calendar/verysecretaddress.ics");
        await client.GetAsync("/deadlines");

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("verysecretaddress", StringComparison.Ordinal));
    }

    private async Task<ReadEvent> EventAsync(string address, Guid deadline) =>
        (await OtherCalendar.ReadAsync(await FetchAsync(address))).Events.Single(e => e.Uid == $"{deadline}@cycle.example.test");

    /// <summary>Presses the button and reads the address as the person would.</summary>
    private static async Task<string> MakeAsync(Browser browser)
    {
        var made = await browser.SubmitAsync("/deadlines/feed", "/deadlines/feed?handler=Make");
        Assert.Equal("/deadlines/feed", made.Location);
        var address = Address().Match((await browser.GetAsync("/deadlines/feed")).Text);
        Assert.True(address.Success, "No address is shown.");
        return address.Groups["path"].Value;
    }

    private async Task<byte[]> FetchAsync(string address) => await (await GetAsync(address)).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();

    private async Task<string> TextAsync(string address) => await (await GetAsync(address)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    /// <summary>As a calendar program does it: without signing in.</summary>
    private async Task<HttpResponseMessage> GetAsync(string address, EntityTagHeaderValue? known = null)
    {
        using var client = office.Program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return await client.SendAsync(request);
    }

    private async Task<Project> AddProjectAsync(string code, Guid? owner, Unit? unit = null)
    {
        var project = Project.Register(
            Samples.Details(unit ?? office.Unit, code) with { OwnerId = owner }, World.Templates.Current("generic")!, StateCodes.Identification, new DateOnly(2026, 3, 4), FakeClock.Start);
        await office.Program.WriteAsync(project);
        return project;
    }

    private Task DropAsync(string code, User manager) => office.Program.InScopeAsync(async services =>
    {
        services.GetRequiredService<CurrentUser>().Become(new Person(manager.Id, manager.DisplayName, "en", [Role.Manager], [office.Unit.Id], []), "");
        var project = await services.GetRequiredService<Data.AppDbContext>().Projects.AsNoTracking().SingleAsync(p => p.Code == code);
        var request = new MoveRequest { ProjectCode = code, Trigger = new Trigger(MoveKind.Drop, null), Version = project.Version, Reason = "Batal", ObstacleCode = "O4.1" };
        return (await services.GetRequiredService<MoveProject>().HandleAsync(request, default)).Value;
    });

    private Task ChangeAsync(Guid id, Action<User> change) => office.Program.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<Data.AppDbContext>();
        change(await db.Users.Include(u => u.Units).SingleAsync(u => u.Id == id));
        return await db.SaveChangesAsync();
    });

    [GeneratedRegex("""id="address-all"[^>]*value="https://cycle.example.test(?<path>/calendar/[\w-]{43}\.ics)""")]
    private static partial Regex Address();

    [GeneratedRegex("^SUMMARY:", RegexOptions.Multiline)]
    private static partial Regex Summary();

    /// <summary>Keeps every line of the log, with its values.</summary>
    private sealed class Collector : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
