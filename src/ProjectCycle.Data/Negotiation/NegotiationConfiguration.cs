using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Negotiation;

internal sealed class NegotiationRoundConfiguration : IEntityTypeConfiguration<NegotiationRound>
{
    public void Configure(EntityTypeBuilder<NegotiationRound> round)
    {
        round.ToTable("NegotiationRounds");
        round.Property(r => r.Place).HasMaxLength(200);
        round.Property(r => r.WorkingLanguage).HasMaxLength(200);
        round.Property(r => r.TimeLimit).HasMaxLength(200);
        round.Property(r => r.WayOfDeciding).HasMaxLength(200);
        round.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId);
        round.HasOne<Document>().WithMany().HasForeignKey(r => r.MinutesId).OnDelete(DeleteBehavior.NoAction);
        round.HasIndex(r => new { r.ProjectId, r.Number }).IsUnique();
    }
}

internal sealed class NegotiationPositionConfiguration : IEntityTypeConfiguration<NegotiationPosition>
{
    public void Configure(EntityTypeBuilder<NegotiationPosition> position)
    {
        position.ToTable("NegotiationPositions");
        position.Property(p => p.AgendaItem).HasMaxLength(200);
        position.Property(p => p.TextReference).HasMaxLength(200);
        position.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId);
        position.HasOne<NegotiationRound>().WithMany().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.NoAction);
        position.HasIndex(p => new { p.ProjectId, p.Outcome }); // a project's own, and whether one of many projects has an open one
    }
}

internal sealed class NegotiationActionConfiguration : IEntityTypeConfiguration<NegotiationAction>
{
    public void Configure(EntityTypeBuilder<NegotiationAction> action)
    {
        action.ToTable("NegotiationActions");
        action.Property(a => a.Task).HasMaxLength(300);
        action.Property(a => a.PartnerOwner).HasMaxLength(200);
        action.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId);
        action.HasOne<User>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<NegotiationRound>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.NoAction);
        action.HasOne<Deadline>().WithMany().HasForeignKey(a => a.DeadlineId).OnDelete(DeleteBehavior.NoAction);
        action.HasIndex(a => new { a.ProjectId, a.DoneOn });
    }
}

internal sealed class SignatoryConfiguration : IEntityTypeConfiguration<Signatory>
{
    public void Configure(EntityTypeBuilder<Signatory> signatory)
    {
        signatory.ToTable("Signatories");
        signatory.Property(s => s.Name).HasMaxLength(200);
        signatory.Property(s => s.Office).HasMaxLength(200);
        signatory.Property(s => s.Place).HasMaxLength(200);
        signatory.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId);
        signatory.HasIndex(s => s.ProjectId);
    }
}

internal sealed class EffectivenessConditionConfiguration : IEntityTypeConfiguration<EffectivenessCondition>
{
    public void Configure(EntityTypeBuilder<EffectivenessCondition> condition)
    {
        condition.ToTable("EffectivenessConditions");
        condition.Property(c => c.Requirement).HasMaxLength(500);
        condition.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId);
        condition.HasOne<Document>().WithMany().HasForeignKey(c => c.EvidenceId).OnDelete(DeleteBehavior.NoAction);
        condition.HasOne<Deadline>().WithMany().HasForeignKey(c => c.DeadlineId).OnDelete(DeleteBehavior.NoAction);
        condition.HasIndex(c => new { c.ProjectId, c.DueOn });
    }
}
