using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Preparation;

internal sealed class StudyConfiguration : IEntityTypeConfiguration<Study>
{
    public void Configure(EntityTypeBuilder<Study> study)
    {
        study.ToTable("Studies");
        study.Property(s => s.Author).HasMaxLength(200);
        study.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId);
        study.HasOne<Document>().WithMany().HasForeignKey(s => s.DocumentId).OnDelete(DeleteBehavior.Restrict);
        study.HasIndex(s => new { s.ProjectId, s.Kind }).IsUnique();
    }
}

internal sealed class StudyPointConfiguration : IEntityTypeConfiguration<StudyPoint>
{
    public void Configure(EntityTypeBuilder<StudyPoint> point)
    {
        point.ToTable("StudyPoints");
        point.Property(p => p.Text).HasMaxLength(1000);
        point.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId);
        point.HasOne<User>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Restrict);
        point.HasOne<Deadline>().WithMany().HasForeignKey(p => p.DeadlineId).OnDelete(DeleteBehavior.NoAction);
        point.HasIndex(p => new { p.ProjectId, p.Kind });
    }
}

internal sealed class ReadinessMarkConfiguration : IEntityTypeConfiguration<ReadinessMark>
{
    public void Configure(EntityTypeBuilder<ReadinessMark> mark)
    {
        mark.ToTable("ReadinessMarks");
        mark.Property(m => m.Criterion).HasMaxLength(40);
        mark.Property(m => m.Reason).HasMaxLength(1000);
        mark.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId);
        mark.HasOne<Document>().WithMany().HasForeignKey(m => m.DocumentId).OnDelete(DeleteBehavior.Restrict);
        mark.HasOne<User>().WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.Restrict);
        mark.HasOne<User>().WithMany().HasForeignKey(m => m.FinalById).OnDelete(DeleteBehavior.Restrict);
        mark.HasOne<User>().WithMany().HasForeignKey(m => m.VerifiedById).OnDelete(DeleteBehavior.Restrict);
        mark.HasIndex(m => new { m.ProjectId, m.Criterion }).IsUnique();
    }
}
