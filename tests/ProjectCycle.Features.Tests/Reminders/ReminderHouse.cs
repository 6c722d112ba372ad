using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Features.Tests.Mail;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Reminders;

/// <summary>Does something once, after a planner has looked and before it saves.</summary>
internal sealed class BeforeSave : SaveChangesInterceptor
{
    public Func<Task>? Once { get; set; }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Once is { } once)
        {
            Once = null;
            await once();
        }
        return result;
    }
}

/// <summary>A unit with a project and its owner, who works there.</summary>
internal sealed class ReminderHouse : IAsyncDisposable
{
    private readonly TestServices _services;
    private readonly Project _project;

    private ReminderHouse(TestServices services, ServerInTests server, Unit unit, User owner, Project project)
    {
        _services = services;
        Server = server;
        (Unit, Owner, _project) = (unit, owner, project);
    }

    public Unit Unit { get; }

    public User Owner { get; }

    public TestDatabase Database => _services.Database;

    public static async Task<ReminderHouse> CreateAsync(DatabaseProvider provider, bool hasOwner = true, string? code = null, IInterceptor? hook = null)
    {
        var server = new ServerInTests();
        var options = new MailOptions { SiteAddress = "https://pmu.test/" };
        var services = await TestServices.CreateAsync(provider, s =>
        {
            s.AddMail(options, MailSamples.Composer, pickupFolder: "unused");
            s.AddSingleton(new TemplateCatalog([new LoadedTemplate(Samples.Template(), "sample.yaml", "", "")]));
            s.AddSingleton<IMailSender>(server);
            s.AddSingleton<PlanReminders>();
            if (hook is not null)
            {
                s.ConfigureDbContext<Data.Sqlite.SqliteDbContext>(o => o.AddInterceptors(hook));
                s.ConfigureDbContext<Data.Postgres.PostgresDbContext>(o => o.AddInterceptors(hook));
            }
        });
        var unit = Samples.Unit();
        var owner = Samples.User(roles: [Role.Staff], units: unit);
        await services.Database.AddAsync(unit, owner);
        var project = Samples.Project(Samples.Details(unit, code) with { OwnerId = hasOwner ? owner.Id : null });
        await services.Database.AddAsync(project);
        return new ReminderHouse(services, server, unit, owner, project);
    }

    public Project Project => _project;

    public TestServices Services => _services;

    /// <summary>What the mail server does.</summary>
    public ServerInTests Server { get; }

    public Task<ReminderSummary> PlanAsync(DateOnly asOf, IndonesianZone zone = IndonesianZone.Wib, bool dryRun = false) =>
        _services.Root.GetRequiredService<PlanReminders>().RunAsync(zone, asOf, dryRun, CancellationToken.None);

    public Deadline Deadline(DateOnly dueOn, string? offsets = null, Guid? responsibleId = null)
    {
        var deadline = Samples.Deadline(_project, dueOn);
        deadline.Offsets = offsets ?? deadline.Offsets;
        deadline.ResponsibleId = responsibleId;
        return deadline;
    }

    public async Task<Deadline> AddDeadlineAsync(DateOnly dueOn, string? offsets = null, Guid? responsibleId = null)
    {
        var deadline = Deadline(dueOn, offsets, responsibleId);
        await Database.AddAsync(deadline);
        return deadline;
    }

    public async Task<User> AddManagerAsync()
    {
        var manager = Samples.User(roles: [Role.Manager], units: Unit);
        await Database.AddAsync(manager);
        return manager;
    }

    public async Task<User> AddPersonAsync(Role role, string? mail = null, string? name = null)
    {
        var person = Samples.User(mail, [role], Unit);
        person.DisplayName = name ?? person.DisplayName;
        await Database.AddAsync(person);
        return person;
    }

    /// <summary>Changes rows as another part of the program would.</summary>
    public async Task ChangeAsync(Func<AppDbContext, Task> change)
    {
        await using var db = Database.Open();
        await change(db);
        await db.SaveChangesAsync();
    }

    public async Task ChangeOwnerAsync(Action<User> change)
    {
        await using var db = Database.Open();
        change(await db.Users.Include(u => u.Units).SingleAsync(u => u.Id == Owner.Id));
        await db.SaveChangesAsync();
    }

    public async Task<List<OutgoingMail>> MailsAsync()
    {
        await using var db = Database.Open();
        return await db.Mails.OrderBy(m => m.Id).ToListAsync();
    }

    public async Task<List<(int Offset, Guid? MailId, string? Suppressed)>> DeliveriesAsync()
    {
        await using var db = Database.Open();
        var rows = await db.ReminderDeliveries.OrderBy(r => r.Offset).ToListAsync();
        return [.. rows.Select(r => (r.Offset, r.MailId, r.Suppressed))];
    }

    public async Task<List<ReminderDelivery>> LedgerAsync()
    {
        await using var db = Database.Open();
        return await db.ReminderDeliveries.AsNoTracking().ToListAsync();
    }

    /// <summary>One round of the pump: every mail that is not finished is tried once.</summary>
    public async Task SendAsync()
    {
        await using var db = Database.Open();
        var unfinished = await db.Mails.AsNoTracking().Where(m => m.State == MailState.Owed || m.State == MailState.Sending).OrderBy(m => m.Id).ToListAsync();
        foreach (var mail in unfinished)
        {
            try
            {
                await HandlerAsync(handler => handler.HandleAsync(mail.Id, CancellationToken.None));
            }
            catch (Exception e) when (e is TryAgainLaterException or NodeDiedException)
            {
                if (mail.Attempts + 1 >= ServerInTests.MostAttempts)
                    await HandlerAsync(handler => handler.GiveUpAsync(mail.Id));
            }
        }
    }

    private Task HandlerAsync(Func<IOutboxHandler, Task> act) =>
        _services.InScopeAsync(services => act(services.GetServices<IOutboxHandler>().Single(h => h.Kind == OutboxKinds.SendMail)));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>The node was killed at this point.</summary>
internal sealed class NodeDiedException : Exception;

/// <summary>How a mail fares at the server.</summary>
internal enum Fate
{
    Accepted,
    LaterPlease,
    RefusedForGood,
    DiesBefore,
    DiesAfter,
}

/// <summary>A mail server that does as it is told and remembers what it took.</summary>
internal sealed class ServerInTests : IMailSender
{
    public const int MostAttempts = 4;

    /// <summary>What happens to the next mails; accepted when there is no more.</summary>
    public Queue<Fate> Fates { get; } = [];

    public List<Guid> Taken { get; } = [];

    public Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var fate = Fates.TryDequeue(out var next) ? next : Fate.Accepted;
        if (fate is Fate.Accepted or Fate.DiesAfter)
            Taken.Add(mail.Id);
        return fate switch
        {
            Fate.Accepted => Task.FromResult(new MailAnswer(MailResult.Accepted, "250 taken")),
            Fate.LaterPlease => Task.FromResult(new MailAnswer(MailResult.TemporaryFailure, "451 later")),
            Fate.RefusedForGood => Task.FromResult(new MailAnswer(MailResult.PermanentFailure, "550 no such person")),
            _ => throw new NodeDiedException(),
        };
    }
}
