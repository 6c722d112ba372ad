using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Appraisal;

internal sealed class ProjectComponentConfiguration : IEntityTypeConfiguration<ProjectComponent>
{
    public void Configure(EntityTypeBuilder<ProjectComponent> component)
    {
        component.ToTable("ProjectComponents");
        component.Property(c => c.Name).HasMaxLength(300);
        component.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId);
        component.HasIndex(c => new { c.ProjectId, c.Number });
    }
}

internal sealed class ProjectActivityConfiguration : IEntityTypeConfiguration<ProjectActivity>
{
    public void Configure(EntityTypeBuilder<ProjectActivity> activity)
    {
        activity.ToTable("ProjectActivities");
        activity.Property(a => a.Name).HasMaxLength(300);
        activity.Property(a => a.Responsible).HasMaxLength(200);
        activity.Property(a => a.PartnerCurrency).HasMaxLength(3);
        activity.Property(a => a.CounterpartCurrency).HasMaxLength(3);
        activity.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId).OnDelete(DeleteBehavior.NoAction);
        activity.HasOne<ProjectComponent>().WithMany().HasForeignKey(a => a.ComponentId).OnDelete(DeleteBehavior.Restrict);
        activity.HasIndex(a => new { a.ProjectId, a.StartsOn });
    }
}

internal sealed class UnitPositionConfiguration : IEntityTypeConfiguration<UnitPosition>
{
    public void Configure(EntityTypeBuilder<UnitPosition> position)
    {
        position.ToTable("UnitPositions");
        position.Property(p => p.Title).HasMaxLength(200);
        position.Property(p => p.PersonName).HasMaxLength(200);
        position.Property(p => p.DecreeNumber).HasMaxLength(100);
        position.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId);
        position.HasOne<User>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        position.HasIndex(p => p.ProjectId);
    }
}

internal sealed class ProjectRiskConfiguration : IEntityTypeConfiguration<ProjectRisk>
{
    public void Configure(EntityTypeBuilder<ProjectRisk> risk)
    {
        risk.ToTable("ProjectRisks");
        risk.Property(r => r.Title).HasMaxLength(300);
        risk.Property(r => r.ObstacleCode).HasMaxLength(10);
        risk.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId);
        risk.HasOne<User>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Restrict);
        risk.HasIndex(r => r.ProjectId);
    }
}

internal sealed class ProblemStepConfiguration : IEntityTypeConfiguration<ProblemStep>
{
    public void Configure(EntityTypeBuilder<ProblemStep> step)
    {
        step.ToTable("ProblemSteps");
        step.Property(s => s.Level).HasMaxLength(200);
        step.Property(s => s.Decider).HasMaxLength(200);
        step.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId);
        step.HasIndex(s => new { s.ProjectId, s.Number });
    }
}

internal sealed class LegalDraftConfiguration : IEntityTypeConfiguration<LegalDraft>
{
    public void Configure(EntityTypeBuilder<LegalDraft> draft)
    {
        draft.ToTable("LegalDrafts");
        draft.Property(d => d.Title).HasMaxLength(300);
        draft.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId);
        draft.HasOne<Document>().WithMany().HasForeignKey(d => d.DocumentId).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne<User>().WithMany().HasForeignKey(d => d.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        draft.HasIndex(d => d.ProjectId);
    }
}
