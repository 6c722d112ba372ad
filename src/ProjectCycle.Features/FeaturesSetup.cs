using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Evidence;
using ProjectCycle.Features.Home;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Ledger.Import;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.Ledger.Portfolio;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.Notices;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.Partners;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Rates;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Features.Reports;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Features.Reviews;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features;

/// <summary>Wires the use cases and queries.</summary>
public static class FeaturesSetup
{
    /// <summary>Everything a request, a job or a verb may ask for; database, clock and <see cref="TemplateCatalog"/> come from the host.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services, DataFolder folder)
    {
        services.TryAddSingleton(new StallRules()); // a host that has read other ones has put them here before
        services.TryAddSingleton(new RateRules());
        services.TryAddSingleton(new WithdrawalRules());
        return services.AddUseCases(folder);
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services, DataFolder folder) => services
        .AddSingleton(folder)
        .AddSingleton<FileStore>()
        .AddScoped<CurrentUser>()
        .AddScoped<HomePage>()
        .AddScoped<ProjectList>()
        .AddScoped<ProjectPage>()
        .AddScoped<ProjectReferences>()
        .AddScoped<RegisterProject>()
        .AddScoped<EditProject>()
        .AddScoped<Workbench>()
        .AddScoped<WorkOverview>()
        .AddScoped<GateFactsQuery>()
        .AddScoped<GateCard>()
        .AddScoped<MoveNotice>()
        .AddScoped<MoveProject>()
        .AddScoped<ConfirmItem>()
        .AddScoped<RecordDecision>()
        .AddScoped<RequestDecision>()
        .AddScoped<WithdrawRequest>()
        .AddScoped<MeetCondition>()
        .AddScoped<FollowUps>()
        .AddScoped<ReviewInbox>()
        .AddScoped<ReviewPage>()
        .AddScoped<DecisionChanges>()
        .AddSingleton<TemplateStore>()
        .AddScoped<TemplateVersions>()
        .AddScoped<PublishTemplate>()
        .AddScoped<RetireTemplate>()
        .AddScoped<ChangeTemplateVersion>()
        .AddScoped<ProjectHistory>()
        .AddScoped<AttachDocument>()
        .AddScoped<DocumentQueries>()
        .AddScoped<StageDeadlines>()
        .AddScoped<DatedDeadlines>()
        .AddSingleton<ExtendDeadlines>()
        .AddScoped<DeadlineNotice>()
        .AddScoped<SetDeadline>()
        .AddScoped<MoveObstacles>()
        .AddScoped<SaveObstacle>()
        .AddScoped<ObstacleList>()
        .AddScoped<ObstacleReport>()
        .AddScoped<ObstacleBookQuery>()
        .AddScoped<StallWatch>()
        .AddScoped<DeadlineList>()
        .AddSingleton<PlanReminders>()
        .AddScoped<PreviewReminders>()
        .AddScoped<ReminderLedger>()
        .AddScoped<CertificateQuery>()
        .AddScoped<ReminderPolicyQueries>()
        .AddScoped<SaveReminderPolicy>()
        .AddScoped<LeaveQueries>()
        .AddScoped<SaveLeave>()
        .AddScoped<DeadlineMonth>()
        .AddScoped<DeadlineFeed>()
        .AddScoped<CalendarAddresses>()
        .AddScoped<NoticeList>()
        .AddScoped<PartnerQueries>()
        .AddScoped<SavePartner>()
        .AddScoped<PersonReader>()
        .AddScoped<PeopleQueries>()
        .AddScoped<SaveUser>()
        .AddScoped<SaveUnit>()
        .AddScoped<EditCalendar>()
        .AddScoped<ImportHolidays>()
        .AddScoped<BackgroundOverview>()
        .AddScoped<RetryMessage>()
        .AddScoped<RequestReport>()
        .AddScoped<PortfolioQuery>()
        .AddScoped<LedgerReach>()
        .AddScoped<LedgerFigures>()
        .AddScoped<WithdrawalRegisterQuery>()
        .AddScoped<ExpenditureQuery>()
        .AddScoped<ContractBookQuery>()
        .AddScoped<CategoryReportQuery>()
        .AddScoped<PerformanceQuery>()
        .AddScoped<QuarterReportQuery>()
        .AddScoped<WithdrawalPlanQuery>()
        .AddScoped<GateEvidence>()
        .AddScoped<IdentificationQueries>()
        .AddScoped<SaveNeedMapEntry>()
        .AddScoped<ImportNeedMap>()
        .AddScoped<SaveAlignment>()
        .AddScoped<AnswerRequirements>()
        .AddScoped<SaveConceptNote>()
        .AddScoped<IWorkCheck, IdentificationCheck>()
        .AddScoped<IWorkCheck, MatchmakingCheck>()
        .AddScoped<Comparison>()
        .AddScoped<SaveCandidate>()
        .AddScoped<ScoreCandidate>()
        .AddScoped<SetWeights>()
        .AddScoped<ChoosePartner>()
        .AddScoped<IWorkCheck, IntentCheck>()
        .AddScoped<IntentQueries>()
        .AddScoped<SaveLetter>()
        .AddScoped<SavePlan>()
        .AddScoped<SaveField>()
        .AddScoped<SaveStudy>()
        .AddScoped<SaveStudyPoint>()
        .AddScoped<SaveReadiness>()
        .AddScoped<PreparationQueries>()
        .AddScoped<IWorkCheck, PreparationCheck>()
        .AddScoped<SaveActor>()
        .AddScoped<TeamBench>()
        .AddScoped<SaveDecree>()
        .AddScoped<SaveTeamMember>()
        .AddScoped<SaveTeamTask>()
        .AddScoped<ActorQueries>()
        .AddScoped<TeamQueries>()
        .AddScoped<IWorkCheck, AppraisalCheck>()
        .AddScoped<AppraisalQueries>()
        .AddScoped<AppraisalQuery>()
        .AddScoped<SaveComponent>()
        .AddScoped<SaveActivity>()
        .AddScoped<SaveUnitPosition>()
        .AddScoped<SaveRisk>()
        .AddScoped<SaveStep>()
        .AddScoped<SaveDraft>()
        .AddScoped<IWorkCheck, NegotiationCheck>()
        .AddScoped<RoundList>()
        .AddScoped<PositionMatrix>()
        .AddScoped<SavePosition>()
        .AddScoped<SaveRound>()
        .AddScoped<ItemDeadlines>()
        .AddScoped<ActionList>()
        .AddScoped<SaveAction>()
        .AddScoped<SigningSheet>()
        .AddScoped<SaveSignatory>()
        .AddScoped<SaveEffectivenessCondition>()
        .AddLedger();

    private static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddScoped<MoneyRows>()
        .AddScoped<LeadingFinancing>()
        .AddScoped<SaveFinancing>()
        .AddScoped<SaveAmountChange>()
        .AddScoped<SaveCategory>()
        .AddScoped<SaveReallocation>()
        .AddScoped<SaveCounterpart>()
        .AddScoped<SaveCovenant>()
        .AddScoped<FinancingSheet>()
        .AddScoped<MoneyOverview>()
        .AddScoped<SaveProjection>()
        .AddScoped<ProjectionList>()
        .AddScoped<SaveRating>()
        .AddScoped<ProjectMonitor>()
        .AddScoped<MoneyPortfolio>()
        .AddScoped<PortfolioCurve>()
        .AddScoped<SaveContract>()
        .AddScoped<SaveVariation>()
        .AddScoped<SaveGuarantee>()
        .AddScoped<SaveInvoice>()
        .AddScoped<ReadProgress>()
        .AddScoped<ContractBalance>()
        .AddScoped<ClaimableInvoices>()
        .AddScoped<ContractRegister>()
        .AddScoped<ContractSheet>()
        .AddScoped<InvoiceList>()
        .AddScoped<SaveRate>()
        .AddScoped<RateList>()
        .AddScoped<RateBooks>()
        .AddScoped<ImportRates>()
        .AddScoped<ImportEcbRates>()
        .AddScoped<WithdrawalBench>()
        .AddScoped<PaymentDates>()
        .AddScoped<SaveWithdrawal>()
        .AddScoped<SaveWithdrawalLine>()
        .AddScoped<SaveWithdrawalEvidence>()
        .AddScoped<MoveWithdrawal>()
        .AddScoped<BookPayment>()
        .AddScoped<ReverseDisbursement>()
        .AddScoped<DisallowLine>()
        .AddScoped<WithdrawalCockpit>()
        .AddScoped<WithdrawalSheets>()
        .AddScoped<SaveAdvanceAccount>()
        .AddScoped<ImportStatement>()
        .AddScoped<TakeOverWithdrawal>()
        .AddScoped<PaperTrail>()
        .AddScoped<ImportLedger>()
        .AddScoped<UndoImport>()
        .AddScoped<ImportHistory>()
        .AddScoped<SaveStatementLine>()
        .AddScoped<AdvanceReckoning>()
        .AddScoped<SaveReconciliation>()
        .AddScoped<AdvanceSheet>();
}
