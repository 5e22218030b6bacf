import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An achievement that trainees of a course must hold before it begins. */
@Entity('prerequisite')
@Index('ix_prerequisite_requires_achievement_id', ['requiresAchievementId'])
@ForeignKey('course', ['courseId'], ['id'])
@ForeignKey('achievement', ['requiresAchievementId'], ['id'])
export class Prerequisite {
  @PrimaryColumn({ type: 'uuid' }) courseId!: string;
  @PrimaryColumn({ type: 'uuid' }) requiresAchievementId!: string;
}
