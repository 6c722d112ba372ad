using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.Cycles;
using ProjectCycle.Data.People;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Domain.Reports;

namespace ProjectCycle.Data;

/// <summary>All tables. One class per database derives from it and holds that database's migrations.</summary>
public abstract class AppDbContext(DbContextOptions options, Actor actor) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>Who is named in the audit entries of this context.</summary>
    public Actor Actor { get; } = actor;

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UserRole> UserRoles => Set<UserRole>();
    public DbSet<UnitMembership> UnitMemberships => Set<UnitMembership>();
    public DbSet<AgreementAccess> AgreementAccess => Set<AgreementAccess>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<Project> Projects => Set<Project>();
    public DbSet<StoredTemplate> Templates => Set<StoredTemplate>();
    public DbSet<TemplateChange> TemplateChanges => Set<TemplateChange>();
    public DbSet<StageMove> StageMoves => Set<StageMove>();
    public DbSet<ChecklistConfirmation> Confirmations => Set<ChecklistConfirmation>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<DecisionCondition> DecisionConditions => Set<DecisionCondition>();
    public DbSet<DecisionRequest> DecisionRequests => Set<DecisionRequest>();

    /// <summary>Neither answered nor withdrawn: <see cref="DecisionRequest.IsOpen"/> for queries.</summary>
    public IQueryable<DecisionRequest> OpenRequests => DecisionRequests.Where(r => r.DecisionId == null && r.WithdrawnAt == null);

    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
    public DbSet<Obstacle> Obstacles => Set<Obstacle>();
    public DbSet<NeedMapEntry> NeedMapEntries => Set<NeedMapEntry>();
    public DbSet<AlignmentEntry> AlignmentEntries => Set<AlignmentEntry>();
    public DbSet<RequirementChoice> RequirementChoices => Set<RequirementChoice>();
    public DbSet<RequirementAnswer> RequirementAnswers => Set<RequirementAnswer>();
    public DbSet<ConceptNote> ConceptNotes => Set<ConceptNote>();
    public DbSet<PartnerCandidate> PartnerCandidates => Set<PartnerCandidate>();
    public DbSet<CandidateScore> CandidateScores => Set<CandidateScore>();
    public DbSet<CriterionWeights> CriterionWeights => Set<CriterionWeights>();
    public DbSet<PartnerChoice> PartnerChoices => Set<PartnerChoice>();
    public DbSet<LetterOfIntent> LettersOfIntent => Set<LetterOfIntent>();
    public DbSet<CooperationPlan> CooperationPlans => Set<CooperationPlan>();
    public DbSet<CooperationField> CooperationFields => Set<CooperationField>();
    public DbSet<Study> Studies => Set<Study>();
    public DbSet<StudyPoint> StudyPoints => Set<StudyPoint>();
    public DbSet<ReadinessMark> ReadinessMarks => Set<ReadinessMark>();
    public DbSet<ProjectActor> ProjectActors => Set<ProjectActor>();
    public DbSet<CoordinationTeam> CoordinationTeams => Set<CoordinationTeam>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<TeamTask> TeamTasks => Set<TeamTask>();
    public DbSet<NegotiationRound> NegotiationRounds => Set<NegotiationRound>();
    public DbSet<NegotiationPosition> NegotiationPositions => Set<NegotiationPosition>();
    public DbSet<NegotiationAction> NegotiationActions => Set<NegotiationAction>();
    public DbSet<Signatory> Signatories => Set<Signatory>();
    public DbSet<EffectivenessCondition> EffectivenessConditions => Set<EffectivenessCondition>();
    public DbSet<Deadline> Deadlines => Set<Deadline>();

    /// <summary>Neither done nor cancelled: <see cref="Deadline.IsOpen"/> for queries.</summary>
    public IQueryable<Deadline> OpenDeadlines => Deadlines.Where(d => d.DoneOn == null && d.CancelledAt == null);

    public DbSet<ReminderDelivery> ReminderDeliveries => Set<ReminderDelivery>();
    public DbSet<ReminderPolicy> ReminderPolicies => Set<ReminderPolicy>();
    public DbSet<Leave> Leaves => Set<Leave>();
    public DbSet<CalendarAddress> CalendarAddresses => Set<CalendarAddress>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<ReportRun> ReportRuns => Set<ReportRun>();
    public DbSet<ProjectComponent> Components => Set<ProjectComponent>();
    public DbSet<ProjectActivity> Activities => Set<ProjectActivity>();
    public DbSet<UnitPosition> UnitPositions => Set<UnitPosition>();
    public DbSet<ProjectRisk> Risks => Set<ProjectRisk>();
    public DbSet<ProblemStep> ProblemSteps => Set<ProblemStep>();
    public DbSet<LegalDraft> LegalDrafts => Set<LegalDraft>();
    public DbSet<Financing> Financings => Set<Financing>();
    public DbSet<AmountChange> AmountChanges => Set<AmountChange>();
    public DbSet<ExpenditureCategory> Categories => Set<ExpenditureCategory>();
    public DbSet<Reallocation> Reallocations => Set<Reallocation>();
    public DbSet<CounterpartYear> CounterpartYears => Set<CounterpartYear>();
    public DbSet<Projection> Projections => Set<Projection>();
    public DbSet<AdvanceAccount> AdvanceAccounts => Set<AdvanceAccount>();
    public DbSet<StatementLine> StatementLines => Set<StatementLine>();
    public DbSet<AccountReconciliation> AccountReconciliations => Set<AccountReconciliation>();
    public DbSet<ProjectRating> Ratings => Set<ProjectRating>();
    public DbSet<Covenant> Covenants => Set<Covenant>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<ContractVariation> ContractVariations => Set<ContractVariation>();
    public DbSet<Guarantee> Guarantees => Set<Guarantee>();
    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<WithdrawalApplication> Withdrawals => Set<WithdrawalApplication>();
    public DbSet<WithdrawalLine> WithdrawalLines => Set<WithdrawalLine>();
    public DbSet<WithdrawalEvidence> WithdrawalEvidence => Set<WithdrawalEvidence>();
    public DbSet<WithdrawalMove> WithdrawalMoves => Set<WithdrawalMove>();
    public DbSet<Disbursement> Disbursements => Set<Disbursement>();
    public DbSet<LedgerImport> LedgerImports => Set<LedgerImport>();
    public DbSet<LedgerImportRow> LedgerImportRows => Set<LedgerImportRow>();
    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The save that follows fails with <see cref="DbUpdateConcurrencyException"/> unless the row still has this version.</summary>
    public void Expect<T>(T row, int version)
        where T : class, IVersioned
    {
        var entry = Entry(row);
        entry.Property(r => r.Version).OriginalValue = version;
        if (entry.State == EntityState.Unchanged)
            entry.State = EntityState.Modified;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IVersioned))))
            builder.Entity(type.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();

        // Ids are made by the program (time-ordered GUIDs), so that audit and outbox can name a row before it is saved.
        foreach (var key in builder.Model.GetEntityTypes().Select(t => t.FindPrimaryKey()).Where(k => k is { Properties: [{ ClrType.Name: nameof(Guid) }] }))
            key!.Properties[0].ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }
}
