using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The running program with two units, a partner with an agreement, and people who sign in as they are needed.</summary>
public sealed class Office : IAsyncLifetime
{
    private readonly Dictionary<(Role, string), Browser> _browsers = [];
    private readonly Dictionary<(Role, string), User> _people = [];

    public WebProgram Program { get; } = new();
    public Unit Unit { get; } = Samples.Unit("JAMBI");
    public Unit OtherUnit { get; } = Samples.Unit("LAMPUNG");
    public Partner Partner { get; } = Samples.Partner("KfW Development Bank");
    public Agreement Agreement { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Program.InitializeAsync();
        Agreement = Samples.Agreement(Partner);
        await WriteAsync(db => db.AddRange(Unit, OtherUnit, Partner, Agreement));
    }

    public Task DisposeAsync() => ((IAsyncLifetime)Program).DisposeAsync();

    public Task<bool> WriteAsync(Action<AppDbContext> write) => Program.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        write(db);
        await db.SaveChangesAsync();
        return true;
    });

    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => Program.InScopeAsync(services => read(services.GetRequiredService<AppDbContext>()));

    /// <summary>The browser of the first unit's person with this role; an observer looks in by the agreement.</summary>
    public async Task<Browser> BrowserAsync(Role role, string language = "en")
    {
        if (_browsers.TryGetValue((role, language), out var known))
            return known;
        var user = await PersonAsync(role, language);
        var browser = Program.Open(language);
        await browser.SignInAsync(user.Email!, WebProgram.Password);
        return _browsers[(role, language)] = browser;
    }

    /// <summary>The first unit's person with this role.</summary>
    public async Task<User> PersonAsync(Role role, string language = "en")
    {
        if (_people.TryGetValue((role, language), out var known))
            return known;
        var user = Samples.User($"{role.ToString().ToLowerInvariant()}-{language}@demo.local", [role], role is Role.Observer or Role.Auditor or Role.Administrator ? [] : [Unit]);
        user.Language = language;
        if (role == Role.Observer)
            user.Agreements.Add(new AgreementAccess { UserId = user.Id, AgreementId = Agreement.Id });
        await Program.InScopeAsync(services => services.GetRequiredService<UserManager<User>>().CreateAsync(user, WebProgram.Password));
        return _people[(role, language)] = user;
    }

    /// <summary>Registers a project in the first unit, or in <paramref name="unit"/>.</summary>
    public async Task<string> RegisterAsync(string code, Func<ProjectDetails, ProjectDetails>? change = null, Unit? unit = null, string template = "generic", params StageEntry[] history)
    {
        var details = Samples.Details(unit ?? Unit, code);
        var outcome = await AsAsync<RegisterProject, Outcome<string>>(Role.Staff, unit ?? Unit, use => use.HandleAsync(change?.Invoke(details) ?? details, template, history, default));
        return outcome.Value;
    }

    /// <summary>Supplies everything that the gate which leads on asks for.</summary>
    public async Task SupplyAsync(string code)
    {
        var view = await AsAsync<ProjectPage, ProjectView?>(Role.Staff, Unit, page => page.FindAsync(code, default));
        var moves = await AsAsync<GateCard, IReadOnlyList<MoveView>>(Role.Manager, Unit, card => card.MovesAsync(view!, default));
        var unmet = moves.Single(move => move.Check.Trigger.Kind == MoveKind.Advance).Check.Unmet.Select(check => check.Condition).ToList();
        foreach (var condition in unmet.Where(c => c.Kind is ConditionKind.Document or ConditionKind.Checklist or ConditionKind.Decision))
            await SupplyAsync(code, condition);
        var filled = ProjectDetailsChange.Of(view!.Project) with
        {
            RpjmdAlignment = "Misi 3.",
            PartnerProgramme = "Country Programme.",
            Partners = [(Partner.Id, PartnerRole.Funding)],
        };
        _ = (await AsAsync<EditProject, Outcome<Done>>(Role.Staff, Unit, use => use.HandleAsync(code, filled, view.Project.Version, default))).Value;
    }

    /// <summary>One use case, done by somebody with all roles in <paramref name="unit"/>.</summary>
    public Task<T> AsAsync<TService, T>(Role role, Unit unit, Func<TService, Task<T>> act)
        where TService : notnull => Program.InScopeAsync(async services =>
        {
            var person = await PersonAsync(role);
            services.GetRequiredService<CurrentUser>().Become(new Person(person.Id, person.DisplayName, "en", [role], [unit.Id], []), "192.0.2.7");
            return await act(services.GetRequiredService<TService>());
        });

    private async Task SupplyAsync(string code, GateCondition condition)
    {
        var role = condition.SuppliedBy[0];
        var today = DateOnly.FromDateTime(Program.Clock.Utc);
        _ = condition.Kind switch
        {
            ConditionKind.Document => (await AsAsync<AttachDocument, Outcome<Guid>>(role, Unit, use => use.HandleAsync(code, World.TextFile(condition.Subject), default))).Succeeded,
            ConditionKind.Checklist => (await AsAsync<ConfirmItem, Outcome<Done>>(role, Unit, use => use.HandleAsync(code, condition.Subject, true, "", default))).Succeeded,
            _ => (await AsAsync<RecordDecision, Outcome<Done>>(role, Unit, use => use.HandleAsync(code, new DecisionInput { AuthorityCode = condition.Subject, Outcome = DecisionOutcome.Approved, DecidedOn = today }, default))).Succeeded,
        };
    }
}
