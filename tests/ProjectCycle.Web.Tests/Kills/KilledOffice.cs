using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Mail;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;
using ProjectCycle.Testing.Mail;

namespace ProjectCycle.Web.Tests.Kills;

/// <summary>A deadline and the person whom it must reach.</summary>
internal sealed record Promise(string Title, string Address);

/// <summary>People with deadlines that are due, a mail server that is slow at random, and nodes of the real program that can be killed.</summary>
internal sealed class KilledOffice : IAsyncDisposable
{
    private const int People = 36;
    private const int FirstDeadlines = 300;

    private readonly MailComposer _composer = MailComposer.Load(Repository.PathOf("templates", "mail")).Composer;
    private readonly ConcurrentBag<Promise> _promises = [];
    private readonly ConcurrentDictionary<Process, bool> _nodes = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly List<User> _people = [];
    private readonly List<Project> _projects = [];
    private readonly TestDatabase _database;
    private int _titles;

    private KilledOffice(TestDatabase database) => _database = database;

    public SmtpSink Sink { get; } = new() { Slowness = () => TimeSpan.FromMilliseconds(Random.Shared.Next(10) == 0 ? 250 : Random.Shared.Next(30)) };

    /// <summary>Every deadline that is owed a reminder.</summary>
    public IReadOnlyCollection<Promise> Promises => _promises;

    /// <summary>What nodes wrote to standard error, for the report of a failure.</summary>
    public IEnumerable<string> Errors => _errors;

    public static async Task<KilledOffice> CreateAsync(DatabaseProvider provider, Random random)
    {
        var office = new KilledOffice(await TestDatabase.CreateAsync(provider));
        var unit = Samples.Unit();
        office._people.AddRange(Enumerable.Range(0, People).Select(_ => Samples.User(null, [Role.Staff], unit)));
        await office._database.AddAsync([unit, .. office._people]);
        office._projects.AddRange(office._people.Select(person => Samples.Project(Samples.Details(unit) with { OwnerId = person.Id })));
        await office._database.AddAsync([.. office._projects]);
        await office.OweAsync(random, FirstDeadlines, mails: 0);
        return office;
    }

    /// <summary>More to plan and to send. Due some days ago, so that no morning in the middle of a test brings another step.</summary>
    public async Task OweAsync(Random random, int deadlines, int mails)
    {
        await using var db = _database.Open(TimeProvider.System);
        var due = IndonesianZone.Wib.Today(TimeProvider.System).AddDays(-4);
        foreach (var project in random.GetItems(_projects.ToArray(), deadlines))
        {
            var title = $"Laporan {Interlocked.Increment(ref _titles).ToString("D5", CultureInfo.InvariantCulture)}";
            db.Add(new Deadline { ProjectId = project.Id, StageCode = project.State, Title = new LocalText(title, title), DueOn = due });
            _promises.Add(new Promise(title, _people.Single(person => person.Id == project.OwnerId).Email!));
        }
        var postbox = new Postbox(_composer, TimeProvider.System);
        foreach (var person in random.GetItems(_people.ToArray(), mails))
            postbox.Post(db, person, new ReportReady(person.DisplayName, "laporan.xlsx", "https://cycle.example.test/reports"), new Notice { Kind = NoticeKind.ReportReady, Path = "/reports" });
        await db.SaveChangesAsync();
    }

    /// <summary>Starts a node of the program.</summary>
    public Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ProjectCycle.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings())
            start.Environment[$"ProjectCycle__{name}"] = value;
        start.Environment["Logging__LogLevel__Default"] = "Critical";
        var node = Process.Start(start)!;
        _nodes[node] = true;
        node.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        node.BeginErrorReadLine();
        node.BeginOutputReadLine();
        return node;
    }

    /// <summary>SIGKILL: no finally, no dispose, no last word.</summary>
    public void Kill(Process node)
    {
        _nodes.TryRemove(node, out _);
        Assert.False(node.HasExited, $"The program ended by itself: {string.Join('\n', _errors)}");
        node.Kill();
        node.WaitForExit();
        node.Dispose();
    }

    /// <summary>True when every deadline has been planned for and no message is left to do.</summary>
    public async Task<bool> OwesNothingAsync()
    {
        await using var db = _database.Open(TimeProvider.System);
        var stuck = await db.Outbox.AsNoTracking().FirstOrDefaultAsync(m => m.State == OutboxState.Parked);
        Assert.True(stuck is null, $"Parked after {stuck?.Attempts} attempts: {stuck?.LastError}");
        var isPlanned = !await db.Deadlines.AnyAsync(d => !db.ReminderDeliveries.Any(r => r.DeadlineId == d.Id && r.MailId != null));
        return isPlanned && !await db.Outbox.AnyAsync(m => m.State != OutboxState.Done);
    }

    /// <summary>All mails as they stand.</summary>
    public async Task<List<OutgoingMail>> MailsAsync()
    {
        await using var db = _database.Open(TimeProvider.System);
        return await db.Mails.AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes.Keys)
        {
            node.Kill();
            await node.WaitForExitAsync();
            node.Dispose();
        }
        await Sink.DisposeAsync();
        await _database.DisposeAsync();
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["DataDirectory"] = Path.Combine(_database.Folder, "data"),
        ["Database__Provider"] = $"{_database.Provider}",
        ["Database__ConnectionString"] = _database.ConnectionString,
        ["Mail__Host"] = Sink.Host,
        ["Mail__Port"] = Sink.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail__StartTls"] = "false",
        ["Jobs__PumpSeconds"] = "1",
        ["Jobs__LeaseSeconds"] = "4", // what a killed node held is free soon
    };
}
